import type { Metadata } from "next";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { tending } from "#/app/guards";
import { Tabs } from "#/components/connections/tabs";
import { PersonItem } from "#/components/moderation/person-item";
import { PersonSearch } from "#/components/moderation/person-search";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { asked, cursorOf, olderOf, type Search } from "../asked";
import { tendingTabs } from "../queue/tabs";

export const metadata: Metadata = { title: "People" };

const roles = ["owner", "moderator", "member"] as const;

export default async function People({ searchParams }: { searchParams: Search }) {
  await tending("/people");
  const one = await asked(searchParams);
  const { moderation } = await api();
  const words = one("words").slice(0, 80);
  const role = roles.find((word) => word === one("role"));
  const suspended = one("suspended") !== "";
  const { items, next } = await moderation.people({ words, suspended, ...(role && { role }), ...cursorOf(one) });
  const also = { words, role: role ?? "", suspended: suspended ? "yes" : "" };
  return (
    <Frame current="queue">
      <PageHead title="People">Everybody who has a place here, the newest first.</PageHead>
      <Tabs label="Tending" tabs={tendingTabs("/people", await moderation.counts())} />
      <PersonSearch words={words} role={role} suspended={suspended} />
      {items.length === 0 ? (
        <EmptyState title="Nobody like that is here" next={<ButtonLink href="/people">Show everybody</ButtonLink>}>
          <p>Try part of a name or of a handle.</p>
        </EmptyState>
      ) : (
        <>
          <ul>
            {items.map((person) => (
              <PersonItem key={person.id} person={person} />
            ))}
          </ul>
          <Pager of="People" older={olderOf("/people", next, also)} end="That is everybody." />
        </>
      )}
    </Frame>
  );
}
