import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { tending } from "#/app/guards";
import { Tabs } from "#/components/connections/tabs";
import { LogItem } from "#/components/moderation/log-item";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { asked, cursorOf, olderOf, type Search } from "../asked";
import { tendingTabs } from "../queue/tabs";

export const metadata: Metadata = { title: "Log" };

export default async function Log({ searchParams }: { searchParams: Search }) {
  await tending("/log");
  const { moderation } = await api();
  const { items, next } = await moderation.log(cursorOf(await asked(searchParams)));
  return (
    <Frame current="queue">
      <PageHead title="Log">Every act of moderation: who, when, and why. Nobody can change it.</PageHead>
      <Tabs label="Tending" tabs={tendingTabs("/log", await moderation.counts())} />
      {items.length === 0 ? (
        <EmptyState title="Nothing was ever decided here">
          <p>Whatever a moderator or the owner does about words or people will stand here for good.</p>
        </EmptyState>
      ) : (
        <>
          <ul>
            {items.map((entry) => (
              <LogItem key={entry.id} entry={entry} />
            ))}
          </ul>
          <Pager of="Acts" older={olderOf("/log", next)} end="That was the first." />
        </>
      )}
    </Frame>
  );
}
