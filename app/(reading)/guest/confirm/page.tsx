import type { Metadata } from "next";
import { api } from "#/app/api";
import { type Asked, one } from "#/app/found";
import { Frame } from "#/app/frame";
import { ActForm } from "#/components/client/act-form";
import { type Refusable, sentenceOf } from "#/components/refusals";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { GuestChoice, GuestLook } from "#/components/sites/guest-latest";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import type { Outputs } from "#/server/api/types";
import { confirmAsGuest, lookForGuest } from "../actions";

export const metadata: Metadata = { title: "Your comment", robots: { index: false }, referrer: "same-origin" };

/** A comment is confirmed by pressing the button, not by opening the link: mail programs open links to look at them. */
export default async function ConfirmPage({ searchParams }: { searchParams: Asked }) {
  const token = (one((await searchParams).token) ?? "").slice(0, 200);
  const { guests, sites } = await api();
  const letter = await guests.letter({ token });
  const latest = await sites.guestToChoose({ token });
  return <Frame>{letter ? <Letter letter={letter} latest={latest} token={token} /> : <Gone />}</Frame>;
}

type Props = {
  letter: NonNullable<Outputs["guests"]["letter"]>;
  latest: Outputs["sites"]["guestToChoose"];
  token: string;
};

const Letter = ({ letter: { name, source, post, refused }, latest, token }: Props) => (
  <>
    <PageHead title="Is this comment yours?">
      {post ? (
        <>
          By {name}, on <TextLink href={post.href}>{post.title}</TextLink>.
        </>
      ) : (
        <>By {name}.</>
      )}
    </PageHead>
    <blockquote className="item-quote mb-6 whitespace-pre-wrap" dir="auto">
      {source}
    </blockquote>
    {refused ? (
      <Notice>{sentenceOf(refused as Refusable)} Your words are above, to be copied.</Notice>
    ) : (
      <ActForm action={confirmAsGuest} className="form" label="Confirm your comment">
        <input type="hidden" name="token" value={token} />
        {latest && <GuestChoice of={latest} />}
        <p className="form-acts">
          <Submit sending="One moment…">Yes, send it</Submit>
        </p>
        <p className="field-hint">If you did not write this, close the page: nothing appears.</p>
      </ActForm>
    )}
    {latest && !refused && <GuestLook of={latest} look={lookForGuest} token={token} />}
  </>
);

const Gone = () => (
  <EmptyState
    level={1}
    title="This link does not work any more"
    next={
      <ButtonLink variant="primary" href="/">
        To the front page
      </ButtonLink>
    }
  >
    <p>It has been used, or its two days are over. What was not confirmed stands nowhere.</p>
  </EmptyState>
);
