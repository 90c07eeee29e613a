import { KeptHere } from "#/components/drafts/kept-here";
import { viewerNow } from "#/server/auth/viewer";
import { api } from "../../../../api";
import { comment } from "../../actions";

type Props = { postKey: string; parentKey?: string };

/** What a member began to write where nothing can be said any more; nothing where they did not. */
export async function Kept({ postKey, parentKey }: Props) {
  if (!(await viewerNow())) return null;
  const draft = await (await api()).drafts.at({ place: parentKey ? `${postKey}/${parentKey}` : postKey });
  return (
    draft && (
      <KeptHere draft={draft} action={comment} postKey={postKey} {...(parentKey !== undefined && { parentKey })} />
    )
  );
}
