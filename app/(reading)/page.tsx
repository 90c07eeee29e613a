import type { Metadata } from "next";
import { PageHead } from "#/components/ui/page-head";
import { ButtonLink } from "#/components/ui/button";
import { EmptyState } from "#/components/ui/states";
import { api } from "../api";
import { named } from "../cards/named";
import { type Asked, listed, one } from "../found";
import { Frame } from "../frame";
import { turnFromShortAddress } from "../old-address";
import { Posts } from "./posts";
import { Sidebar } from "./sidebar";

/** What other places show where somebody names this site. */
export async function generateMetadata(): Promise<Metadata> {
  const { title, tagline } = await (await api()).settings.site();
  const about = tagline && { description: tagline };
  return {
    openGraph: { type: "website", url: "/", title, siteName: title, ...about, images: named("/card.png", title) },
  };
}

export default async function FrontPage({ searchParams }: { searchParams: Asked }) {
  await turnFromShortAddress(await searchParams);
  const cursor = one((await searchParams).cursor);
  const call = await api();
  const [site, of] = [await call.settings.site(), await listed(call.posts.front({ cursor }))];
  return (
    <Frame root="h-feed" current="front" sidebar={<Sidebar />}>
      <PageHead title={site.tagline || site.title} />
      <Posts of={of} at="/" further={cursor !== undefined} empty={<Empty />} />
    </Frame>
  );
}

const Empty = () => (
  <EmptyState
    title="Nobody has written yet"
    next={
      <ButtonLink variant="primary" href="/write">
        Write the first post
      </ButtonLink>
    }
  >
    <p>What people here write will stand on this page, newest first, and beside it what others answered.</p>
  </EmptyState>
);
