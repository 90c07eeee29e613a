import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { viewerNow } from "#/server/auth/viewer";
import { api } from "../../../api";
import { named } from "../../../cards/named";
import { canonicalOf } from "../../../canonical";
import { feedLinks } from "../../../feeds/links";
import { type Asked, listed, one } from "../../../found";
import { Frame } from "../../../frame";
import { decoded } from "../../decoded";
import { Posts } from "../../posts";
import { Sidebar } from "../../sidebar";

type Props = { params: Promise<{ slug: string }>; searchParams: Asked };

const tagged = cache(async (slug: string, cursor: string | undefined) =>
  listed((await api()).posts.tagged({ slug, cursor })),
);

async function asked({ params, searchParams }: Props) {
  const slug = decoded((await params).slug);
  const cursor = one((await searchParams).cursor);
  return { slug, cursor, of: await tagged(slug, cursor) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { of, slug } = await asked(props);
  const title = "list" in of ? of.list.tag.name : slug;
  const page = `/t/${encodeURIComponent(slug)}`;
  const { title: siteName } = await (await api()).settings.site();
  const description = `Posts about ${title}, newest first.`;
  return {
    title,
    description,
    alternates: { canonical: canonicalOf(page, await props.searchParams), types: feedLinks(`${page}/posts`, title) },
    openGraph: { type: "website", url: page, siteName, title, description, images: named("/card.png", siteName) },
  };
}

export default async function TagPage(props: Props) {
  const { slug, cursor, of } = await asked(props);
  // It was renamed, or made one with another.
  if ("list" in of && of.list.tag.slug !== slug) permanentRedirect(`/t/${encodeURIComponent(of.list.tag.slug)}`);
  const viewer = await viewerNow();
  const tends = viewer !== null && viewer.role !== "member";
  return (
    <Frame root="h-feed" sidebar={<Sidebar />}>
      <PageHead title={"list" in of ? of.list.tag.name : slug}>
        Posts about this, newest first. <TextLink href="/tags">All tags</TextLink>
        {tends && (
          <>
            {" · "}
            <TextLink href={`/tags/${encodeURIComponent(slug)}`}>Rename or merge</TextLink>
          </>
        )}
      </PageHead>
      <Posts of={of} at={`/t/${encodeURIComponent(slug)}`} further={cursor !== undefined} empty={null} />
    </Frame>
  );
}
