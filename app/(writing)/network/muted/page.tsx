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

export const metadata: Metadata = { title: "Muted members" };

export default async function Muted({ searchParams }: { searchParams: Search }) {
  await signedIn("/network/muted");
  const { items, next } = await (await api()).connections.muted(await cursorOf(searchParams));
  return (
    <Frame>
      <PageHead title="Muted members">
        What they write is kept out of your feed; they are not told. Only you see this list.
      </PageHead>
      <Tabs label="Your network" tabs={networkTabs("/network/muted")} />
      <JustDone search={searchParams} here="/network/muted" />
      {items.length === 0 ? (
        <EmptyState title="You have muted nobody">
          <p>Whom you want to read less of, you can mute here or on the page where you connect.</p>
        </EmptyState>
      ) : (
        <>
          <KeptAwayList people={items} act="unmute" part={part} here="/network/muted" />
          <Pager of="Muted members" older={olderOf("/network/muted", next)} end="That is everybody." />
        </>
      )}
    </Frame>
  );
}
