import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { owning } from "#/app/guards";
import { SettingForm } from "#/components/settings/setting-form";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { asked, type Search } from "../asked";
import { changeSetting } from "./actions";

export const metadata: Metadata = { title: "The site", robots: { index: false } };

const chapters = [
  { title: "The site", has: /^(site|join)\./ },
  { title: "Posts and comments", has: /^(posts?|previews|comments?|recent)\./ },
  { title: "The network", has: /^(requests|connections)\./ },
  { title: "Everything else", has: /./ },
];

/** What the site goes by. Every change counts at once. */
export default async function SitePage({ searchParams }: { searchParams: Search }) {
  await owning("/site");
  const kept = (await asked(searchParams))("kept");
  const settings = await (await api()).settings.list();
  const changed = settings.find(({ key }) => key === kept);
  const chapterOf = (key: string) => chapters.find(({ has }) => has.test(key));
  return (
    <Frame>
      <PageHead title="The site">What this site goes by. A change counts at once, for everybody.</PageHead>
      {changed && <Notice tone="success">Kept: {changed.effect.toLowerCase()}.</Notice>}
      {chapters.map((chapter) => (
        <section key={chapter.title} className="mb-12 grid gap-6">
          <h2>{chapter.title}</h2>
          {settings
            .filter(({ key }) => chapterOf(key) === chapter)
            .map((setting) => (
              <SettingForm key={setting.key} setting={setting} action={changeSetting} />
            ))}
        </section>
      ))}
    </Frame>
  );
}
