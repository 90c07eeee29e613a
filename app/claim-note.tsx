import { Notice } from "#/components/ui/notice";
import { TextLink } from "#/components/ui/text-link";
import { api } from "./api";

/** Says that there is something one wrote as a guest; nothing where there is not. For members only. */
export async function ClaimNote() {
  const { many } = await (await api()).guests.claimable();
  if (many === 0) return null;
  return (
    <Notice>
      {many === 1 ? "A comment was" : `${many.toLocaleString("en")} comments were`} written here with your mail address,
      as a guest. <TextLink href="/guest/claim">Are they yours?</TextLink>
    </Notice>
  );
}
