import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { KeptAwayList } from "#/components/connections/kept-away-list";
import { Tabs } from "#/components/connections/tabs";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { part } from "../../requests/actions";
import { JustDone } from "../../requests/just-done";
import { cursorOf, networkTabs, olderOf, type Search } from "../../requests/places";

export const metadata: Metadata = { title: "Blocked members" };

export default async function Blocked({ searchParams }: { searchParams: Search }) {
  await signedIn("/network/blocked");
  const { items, next } = await (await api()).connections.blocked(await cursorOf(searchParams));
  return (
    <Frame>
      <PageHead title="Blocked members">
        Neither of you finds the other, and they are not told. Only you see this list.
      </PageHead>
      <Tabs label="Your network" tabs={networkTabs("/network/blocked")} />
      <JustDone search={searchParams} here="/network/blocked" />
      {items.length === 0 ? (
        <EmptyState title="You have blocked nobody">
          <p>Somebody who should not reach you at all can be blocked from the page where you connect.</p>
        </EmptyState>
      ) : (
        <>
          <KeptAwayList people={items} act="unblock" part={part} here="/network/blocked" />
          <Pager of="Blocked members" older={olderOf("/network/blocked", next)} end="That is everybody." />
        </>
      )}
    </Frame>
  );
}
