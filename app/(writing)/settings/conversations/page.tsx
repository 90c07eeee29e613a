import type { Metadata } from "next";
import { ActForm } from "#/components/client/act-form";
import { ChoiceList } from "#/components/subscriptions/choice-list";
import { WishesForm } from "#/components/subscriptions/wishes-form";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { Submit } from "#/components/ui/submit";
import { api } from "../../../api";
import { type Asked, listed, one } from "../../../found";
import { Frame } from "../../../frame";
import { signedIn } from "../../../guards";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Your conversations", robots: { index: false } };

const at = "/settings/conversations";

export default async function ConversationsPage({ searchParams }: { searchParams: Asked }) {
  await signedIn(at);
  const asked = await searchParams;
  const { subscriptions, members } = await api();
  const [wishes, me] = [await subscriptions.wishes(), await members.me()];
  return (
    <Frame>
      <PageHead title="Your conversations">What you are told of, here and by mail.</PageHead>
      {one(asked.done) === "wishes" && <Notice tone="success">Kept.</Notice>}
      <section className="mb-12 grid gap-4" aria-labelledby="usual">
        <h2 id="usual">As usual</h2>
        <WishesForm wishes={wishes} mail={me.mailProven ? me.mail : null} action={actions.setWishes} />
      </section>
      <section className="mb-12 grid gap-4" aria-labelledby="chosen">
        <h2 id="chosen">Chosen by you</h2>
        <Undo asked={asked} />
        <Choices cursor={one(asked.cursor)} />
      </section>
    </Frame>
  );
}

/** Takes back what was done to the list just now. */
function Undo({ asked }: { asked: Awaited<Asked> }) {
  const [postKey, commentKey, was] = [one(asked.post), one(asked.comment), one(asked.was)];
  if (one(asked.done) === "undone") return <Notice tone="success">As it was before.</Notice>;
  if (one(asked.done) !== "usual" || !postKey || !was) return null;
  return (
    <>
      <Notice tone="success">What is usual holds there again.</Notice>
      <ActForm action={actions.undoAsUsual} label="Undo">
        <input type="hidden" name="postKey" value={postKey} />
        {commentKey && <input type="hidden" name="commentKey" value={commentKey} />}
        <input type="hidden" name="level" value={was} />
        <Submit small variant="quiet" sending="Undoing…">
          Undo
        </Submit>
      </ActForm>
    </>
  );
}

async function Choices({ cursor }: { cursor: string | undefined }) {
  const of = await listed((await api()).subscriptions.list({ cursor }));
  if ("refused" in of) {
    return (
      <Refused title="This list cannot go on from there" next={<ButtonLink href={at}>To its top</ButtonLink>}>
        <p>{of.refused}</p>
      </Refused>
    );
  }
  const { items, next } = of.list;
  if (items.length === 0 && !cursor) {
    return (
      <EmptyState title="As usual everywhere">
        <p>Below each conversation you can choose to be told of everything, of replies to you, or of nothing.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ChoiceList choices={items} action={actions.asUsual} />
      <Pager
        of="Choices"
        newer={cursor ? at : undefined}
        older={next ? `${at}?cursor=${next}` : undefined}
        end="That was the first one."
      />
    </>
  );
}
