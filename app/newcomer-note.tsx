import { Notice } from "#/components/ui/notice";
import { viewerNow } from "#/server/auth/viewer";
import { api } from "./api";

/** Milliseconds in which somebody is new: longer than it takes to read a letter that was sent at once. */
const isNewFor = 10 * 60_000;

const isNew = (since: Date): boolean => Date.now() - since.getTime() < isNewFor;

/** Says to whoever has just joined that they are here, and what their letter is for. Gone once their address is proven. */
export async function NewcomerNote() {
  const viewer = await viewerNow();
  if (!viewer?.mail || viewer.mailVerifiedAt || !isNew(viewer.joinedAt)) return null;
  const { mailIsSent } = await (await api()).identities.waysIn();
  return (
    <div className="mb-6">
      <Notice title={`Welcome, ${viewer.name}.`}>
        {mailIsSent
          ? "A letter is on its way to you: open its link to prove your address."
          : "This site has no mail server: the letter that proves your address is kept here, and the owner can pass its link on to you."}
      </Notice>
    </div>
  );
}
