import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { owning } from "#/app/guards";
import { SettingsForm } from "#/components/settings/settings-form";
import { HubState } from "#/components/syndication/hub-state";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { asked, type Search } from "../asked";
import { changeSettings } from "./actions";

export const metadata: Metadata = { title: "The site", robots: { index: false } };

const chapters = [
  { id: "site", title: "The site", has: /^(site|join)\./ },
  { id: "words", title: "Posts and comments", has: /^(posts?|tags|previews|comments?|guests|recent|reactions)\./ },
  { id: "latest", title: "Latest posts under comments", has: /^latest\./ },
  { id: "feeds", title: "Web feeds", has: /^feeds\./ },
  { id: "network", title: "The network", has: /^(requests|connections)\./ },
  { id: "rest", title: "Everything else", has: /./ },
];

/** What the site goes by. Every change counts at once. */
export default async function SitePage({ searchParams }: { searchParams: Search }) {
  await owning("/site");
  const saved = Number((await asked(searchParams))("saved"));
  const caller = await api();
  const [settings, village, hub] = await Promise.all([
    caller.settings.list(),
    caller.identities.village(),
    caller.syndication.hub(),
  ]);
  const chapterOf = (key: string) => chapters.find(({ has }) => has.test(key));
  return (
    <Frame>
      <PageHead title="The site">What this site goes by. A change counts at once, for everybody.</PageHead>
      {saved > 0 && <Notice tone="success">{saved === 1 ? "One change is" : `${saved} changes are`} saved.</Notice>}
      {chapters.map((chapter) => (
        <section key={chapter.id} id={chapter.id} className="mb-12 grid gap-6">
          <h2>{chapter.title}</h2>
          <SettingsForm
            title={chapter.title}
            settings={settings.filter(({ key }) => chapterOf(key) === chapter)}
            action={changeSettings}
          />
          {chapter.id === "feeds" && hub && <HubState hub={hub} />}
        </section>
      ))}
      {village && (
        <section className="mb-12 grid gap-4">
          <h2>The village</h2>
          <p className="item-facts">
            {village.people} people moved in to show what a community looks like here. They can go at any time.
          </p>
          <p>
            <ButtonLink href="/site/village">Remove the village…</ButtonLink>
          </p>
        </section>
      )}
    </Frame>
  );
}
