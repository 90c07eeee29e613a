import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { tending } from "#/app/guards";
import { Tabs } from "#/components/connections/tabs";
import { BanForm, BannedList } from "#/components/sites/banned";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { tendingTabs } from "../tabs";
import { allowSite, banSite } from "./actions";

export const metadata: Metadata = { title: "Sites left out", robots: { index: false } };

/** Sites of which nothing is shown under comments here. */
export default async function BannedSites() {
  await tending("/queue/sites");
  const { moderation, sites } = await api();
  const banned = await sites.banned();
  return (
    <Frame current="queue">
      <PageHead title="Sites left out">
        Nothing of these stands under comments, and they are not asked. The comments themselves stay.
      </PageHead>
      <Tabs label="Tending" tabs={tendingTabs("/queue/sites", await moderation.counts())} />
      <BanForm ban={banSite} />
      {banned.length === 0 ? (
        <EmptyState title="No site is left out">
          <p>When somebody's links are nothing but advertising, leave out their site here or from the line itself.</p>
        </EmptyState>
      ) : (
        <BannedList banned={banned} allow={allowSite} />
      )}
    </Frame>
  );
}
