import { TellMe } from "#/components/subscriptions/tell-me";
import { viewerNow } from "#/server/auth/viewer";
import { tellMe } from "../../../../(writing)/settings/conversations/actions";
import { api } from "../../../../api";

type Props = {
  postKey: string;
  commentKey?: string;
  /** Whether they have just said it. */
  told: boolean;
};

/** For members: what they want to be told of this thread, or of one branch of it. */
export async function Telling({ postKey, commentKey, told }: Props) {
  if (!(await viewerNow())) return null;
  const asked = { postKey, ...(commentKey && { commentKey }) };
  const of = await (await api()).subscriptions.of(asked).catch(() => null);
  return of && <TellMe of={of} {...asked} saved={told} action={tellMe} />;
}
