import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { RequestList } from "#/components/connections/request-list";
import { Tabs } from "#/components/connections/tabs";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { answer } from "./actions";
import { JustDone } from "./just-done";
import { cursorOf, olderOf, requestTabs, type Search } from "./places";

export const metadata: Metadata = { title: "Requests" };

export default async function Requests({ searchParams }: { searchParams: Search }) {
  await signedIn("/requests");
  const { items, next } = await (await api()).feed.waiting(await cursorOf(searchParams));
  return (
    <Frame current="requests">
      <PageHead title="Requests">
        Who would like to be connected with you. Whatever you answer, nobody is told of a no.
      </PageHead>
      <Tabs label="Requests" tabs={requestTabs("/requests")} />
      <JustDone search={searchParams} here="/requests" />
      {items.length === 0 ? (
        <EmptyState title="Nobody is waiting" next={<ButtonLink href="/feed">To your feed</ButtonLink>}>
          <p>When a member asks to connect with you, their note will be here.</p>
        </EmptyState>
      ) : (
        <>
          <RequestList requests={items} answer={answer} bulk here="/requests" />
          <Pager of="Requests" older={olderOf("/requests", next)} end="Those are all." />
        </>
      )}
    </Frame>
  );
}
