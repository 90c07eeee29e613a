import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { tending } from "#/app/guards";
import { Tabs } from "#/components/connections/tabs";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { asked, cursorOf, olderOf, type Search } from "../asked";
import { Cases } from "./cases";
import { JustDone } from "./just-done";
import { tendingTabs } from "./tabs";

export const metadata: Metadata = { title: "Queue" };

export default async function Queue({ searchParams }: { searchParams: Search }) {
  await tending("/queue");
  const one = await asked(searchParams);
  const { moderation } = await api();
  const { items, next } = await moderation.queue(cursorOf(one));
  return (
    <Frame current="queue">
      <PageHead title="Queue">What members have reported, the longest waiting first.</PageHead>
      <Tabs label="Tending" tabs={tendingTabs("/queue", await moderation.counts())} />
      <JustDone one={one} here="/queue" />
      {items.length === 0 ? (
        <EmptyState title="Nothing waits" next={<ButtonLink href="/log">What was decided before</ButtonLink>}>
          <p>When a member reports a post or a comment, it will be here, with its words and who called you.</p>
        </EmptyState>
      ) : (
        <>
          <Cases items={items} here="/queue" />
          <Pager of="Reports" older={olderOf("/queue", next)} end="Nothing else waits." />
        </>
      )}
    </Frame>
  );
}
