import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { NetworkList } from "#/components/connections/network-list";
import { PartExplained } from "#/components/connections/part-forms";
import { Tabs } from "#/components/connections/tabs";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { part } from "../requests/actions";
import { JustDone } from "../requests/just-done";
import { cursorOf, networkTabs, olderOf, type Search } from "../requests/places";

export const metadata: Metadata = { title: "Your network" };

export default async function Network({ searchParams }: { searchParams: Search }) {
  await signedIn("/network");
  const { items, next } = await (await api()).connections.network(await cursorOf(searchParams));
  return (
    <Frame>
      <PageHead title="Your network">The people you are connected with, the newest first.</PageHead>
      <Tabs label="Your network" tabs={networkTabs("/network")} />
      <JustDone search={searchParams} here="/network" />
      {items.length === 0 ? (
        <EmptyState title="Nobody yet" next={<ButtonLink href="/">Find a conversation</ButtonLink>}>
          <p>A network grows out of threads: answer somebody, then ask to connect on their page.</p>
        </EmptyState>
      ) : (
        <>
          <NetworkList connections={items} part={part} />
          <Pager of="Connections" older={olderOf("/network", next)} end="That is everybody." />
          <div className="mt-8">
            <PartExplained />
          </div>
        </>
      )}
    </Frame>
  );
}
