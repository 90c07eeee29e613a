import type { Metadata } from "next";
import { api } from "#/app/api";
import { type Asked, one } from "#/app/found";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { ActForm } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { Submit } from "#/components/ui/submit";
import { claimComments } from "../actions";

export const metadata: Metadata = { title: "What you wrote as a guest", robots: { index: false } };

export default async function ClaimPage({ searchParams }: { searchParams: Asked }) {
  const { name, handle } = await signedIn("/guest/claim");
  const done = one((await searchParams).done) !== undefined;
  const { many, newest } = await (await api()).guests.claimable();
  if (many === 0) return <Nothing done={done} handle={handle} />;
  return (
    <Frame>
      <PageHead title="What you wrote as a guest">
        {many === 1 ? "One comment was" : `${many.toLocaleString("en")} comments were`} written with your mail address
        before you had a place here. If you say that they are yours, they stand under your name, {name}, for everybody
        to see, and you can change and delete them like all others.
      </PageHead>
      <ul className="mb-6">
        {newest.map(({ key, name, words, title }) => (
          <li key={key} className="mb-4">
            <p className="text-small text-soft">
              As {name}, on {title}
            </p>
            <blockquote className="item-quote" dir="auto">
              {words}
            </blockquote>
          </li>
        ))}
      </ul>
      <ActForm action={claimComments} className="form" label="They are mine">
        <p className="form-acts">
          <Submit sending="One moment…">{many === 1 ? "It is mine" : "They are mine"}</Submit>
          <ButtonLink href="/settings">Leave them as they are</ButtonLink>
        </p>
      </ActForm>
    </Frame>
  );
}

const Nothing = ({ done, handle }: { done: boolean; handle: string }) => (
  <Frame>
    <EmptyState
      level={1}
      title={done ? "They stand under your name now" : "Nothing was written as a guest with your address"}
      next={
        <ButtonLink variant="primary" href={`/m/${handle}/comments`}>
          To your comments
        </ButtonLink>
      }
    >
      <p>
        {done
          ? "You can change and delete them like all others."
          : "Only an address that you have proven counts: you find yours in the settings."}
      </p>
    </EmptyState>
  </Frame>
);
