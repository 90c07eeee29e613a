import type { Metadata } from "next";
import { Button, ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import { api } from "../../../api";
import { Frame } from "../../../frame";

export const metadata: Metadata = {
  title: "Letters about a conversation",
  robots: { index: false },
  referrer: "same-origin",
};

type Props = { params: Promise<{ token: string }> };

/** The link in a letter ends nothing by being opened: programs open links to look at them. The button does. */
export default async function UnsubscribePage({ params }: Props) {
  const { token } = await params;
  const { subscriptions } = await api();
  const link = await subscriptions.letter({ token }).catch(() => null);
  if (!link) {
    return (
      <Frame>
        <EmptyState level={1} title="This link ends nothing" next={<ButtonLink href="/">To the front page</ButtonLink>}>
          <p>It is not whole, or what it was about is gone. A member chooses what comes by mail in the settings.</p>
        </EmptyState>
      </Frame>
    );
  }
  const { thread, ended } = link;
  const name = thread ? <TextLink href={thread.href}>{thread.title}</TextLink> : "this conversation";
  return (
    <Frame>
      <PageHead title={ended ? "No more of this conversation" : "Letters about a conversation"}>
        {ended ? <>You hear no more of {name}, unless somebody names you.</> : <>You are told of {name}.</>}
      </PageHead>
      <form method="post" action={`/api/unsubscribe/${token}`} className="form">
        <input type="hidden" name="page" value="1" />
        {ended && <input type="hidden" name="again" value="1" />}
        <div className="form-acts">
          <Button type="submit" variant={ended ? "quiet" : "primary"}>
            {ended ? "Undo: tell me of it again" : "Tell me no more of it"}
          </Button>
        </div>
      </form>
      <p className="mt-6 text-small">
        For all conversations at once: <TextLink href="/settings/conversations">what comes by mail</TextLink>
      </p>
    </Frame>
  );
}
