import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { DeclinedList } from "#/components/connections/declined-list";
import { Tabs } from "#/components/connections/tabs";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { answer } from "../actions";
import { JustDone } from "../just-done";
import { cursorOf, olderOf, requestTabs, type Search } from "../places";

export const metadata: Metadata = { title: "Declined requests" };

export default async function Declined({ searchParams }: { searchParams: Search }) {
  await signedIn("/requests/declined");
  const { items, next } = await (await api()).feed.declined(await cursorOf(searchParams));
  return (
    <Frame current="requests">
      <PageHead title="Declined requests">Only you see this list. For a while you can still change your mind.</PageHead>
      <Tabs label="Requests" tabs={requestTabs("/requests/declined")} />
      <JustDone search={searchParams} here="/requests/declined" />
      {items.length === 0 ? (
        <EmptyState title="You have declined nobody">
          <p>Requests you decline stay here for a while, so that you can accept them after all.</p>
        </EmptyState>
      ) : (
        <>
          <DeclinedList requests={items} answer={answer} />
          <Pager of="Declined requests" older={olderOf("/requests/declined", next)} end="Those are all." />
        </>
      )}
    </Frame>
  );
}
