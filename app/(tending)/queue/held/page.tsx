import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { tending } from "#/app/guards";
import { Tabs } from "#/components/connections/tabs";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { asked, cursorOf, olderOf, type Search } from "../../asked";
import { Cases } from "../cases";
import { JustDone } from "../just-done";
import { tendingTabs } from "../tabs";

export const metadata: Metadata = { title: "Held comments" };

export default async function Held({ searchParams }: { searchParams: Search }) {
  await tending("/queue/held");
  const one = await asked(searchParams);
  const { moderation } = await api();
  const { items, next } = await moderation.held(cursorOf(one));
  return (
    <Frame current="queue">
      <PageHead title="Held comments">
        They came with an import and were never let in where they came from. Nobody reads them until you decide.
      </PageHead>
      <Tabs label="Tending" tabs={tendingTabs("/queue/held", await moderation.counts())} />
      <JustDone one={one} here="/queue/held" />
      {items.length === 0 ? (
        <EmptyState title="Nothing is held" next={<ButtonLink href="/queue">To what was reported</ButtonLink>}>
          <p>Comments that waited for a moderator in another place come here when that place is imported.</p>
        </EmptyState>
      ) : (
        <>
          <Cases items={items} here="/queue/held" />
          <Pager of="Held comments" older={olderOf("/queue/held", next)} end="Nothing else is held." />
        </>
      )}
    </Frame>
  );
}
