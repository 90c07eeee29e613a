import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { SentList } from "#/components/connections/sent-list";
import { Tabs } from "#/components/connections/tabs";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { withdraw } from "../actions";
import { JustDone } from "../just-done";
import { cursorOf, olderOf, requestTabs, type Search } from "../places";

export const metadata: Metadata = { title: "Sent requests" };

export default async function Sent({ searchParams }: { searchParams: Search }) {
  await signedIn("/requests/sent");
  const { connections } = await api();
  const { items, next } = await connections.sent(await cursorOf(searchParams));
  const { open, openMost, today, dayMost } = await connections.limits();
  return (
    <Frame current="requests">
      <PageHead title="Sent requests">
        {open} of {openMost} waiting; {today} of {dayMost} sent in the last 24 hours.
      </PageHead>
      <Tabs label="Requests" tabs={requestTabs("/requests/sent")} />
      <JustDone search={searchParams} here="/requests/sent" />
      {items.length === 0 ? (
        <EmptyState title="You have asked nobody yet">
          <p>Open the page of somebody you have read, and ask to connect. What you asked will be here.</p>
        </EmptyState>
      ) : (
        <>
          <SentList requests={items} withdraw={withdraw} />
          <Pager of="Sent requests" older={olderOf("/requests/sent", next)} end="Those are all." />
        </>
      )}
    </Frame>
  );
}
