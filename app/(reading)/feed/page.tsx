import type { Metadata } from "next";
import { answer } from "#/app/(writing)/requests/actions";
import { JustDone } from "#/app/(writing)/requests/just-done";
import { cursorOf, olderOf, type Search } from "#/app/(writing)/requests/places";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { RequestList } from "#/components/connections/request-list";
import { FeedList } from "#/components/feed/feed-list";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";

export const metadata: Metadata = { title: "Your feed" };

/** How many waiting requests stand above the feed; the others are one link away. */
const waitingShown = 3;

export default async function Feed({ searchParams }: { searchParams: Search }) {
  await signedIn("/feed");
  const { feed } = await api();
  const place = await cursorOf(searchParams);
  const { items, next } = await feed.items(place);
  return (
    <Frame current="feed">
      <PageHead title="Your feed">
        What your network wrote and whom it met: all of it, newest first, with an end.
      </PageHead>
      <JustDone search={searchParams} here="/feed" />
      {!place.cursor && <Waiting />}
      {items.length === 0 ? (
        <EmptyState title="Nothing yet" next={<ButtonLink href="/">Find a conversation</ButtonLink>}>
          <p>When you are connected with somebody, what they write will be here.</p>
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">What is new</h2>
          <FeedList items={items} />
          <Pager of="Your feed" older={olderOf("/feed", next)} newer={place.cursor ? "/feed" : undefined} />
        </>
      )}
    </Frame>
  );
}

async function Waiting() {
  const { items, next } = await (await api()).feed.waiting({ limit: waitingShown });
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className="mb-10">
      <h2 id="waiting">Waiting for your answer</h2>
      <RequestList requests={items} answer={answer} here="/feed" />
      {next && (
        <p className="mt-3">
          <TextLink href="/requests">All the requests that wait</TextLink>
        </p>
      )}
    </section>
  );
}
