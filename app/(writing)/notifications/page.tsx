import type { Metadata } from "next";
import { asked, cursorOf, olderOf, type Search } from "#/app/(tending)/asked";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { ToldList } from "#/components/notifications/told-list";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { markRead } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

export default async function Notifications({ searchParams }: { searchParams: Search }) {
  await signedIn("/notifications");
  const { notifications } = await api();
  const { items, next } = await notifications.list(cursorOf(await asked(searchParams)));
  return (
    <Frame current="notifications">
      <PageHead title="Notifications">
        Who answered you, named you, or asks for you. What you may no longer read is not here either.
      </PageHead>
      {items.length === 0 ? (
        <EmptyState
          title="Nobody has said anything to you yet"
          next={<ButtonLink href="/comments">Join a conversation</ButtonLink>}
        >
          <p>When somebody answers you, names you or asks to connect, it will be here.</p>
        </EmptyState>
      ) : (
        <>
          <ToldList items={items} markRead={markRead} />
          <Pager of="Notifications" older={olderOf("/notifications", next)} />
        </>
      )}
    </Frame>
  );
}
