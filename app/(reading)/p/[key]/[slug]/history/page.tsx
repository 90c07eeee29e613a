import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { VersionList } from "#/components/posts/version-list";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import { api } from "../../../../../api";
import { type Asked, listed, one } from "../../../../../found";
import { Frame } from "../../../../../frame";
import { decoded } from "../../../../decoded";
import { postOf, queryOf } from "../../post";
import { Version } from "./version";

type Props = { params: Promise<{ key: string; slug: string }>; searchParams: Asked };

/** What a post said before is no page of its own for a search engine. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await postOf((await params).key);
  return { title: `Versions of ${title}`, robots: { index: false } };
}

/** What a post said, version by version; with `v` what one of them changed. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ key, slug }, asked] = [await params, await searchParams];
  const post = await postOf(key);
  if (decoded(slug) !== post.slug) permanentRedirect(`${post.href}/history${queryOf(asked)}`);
  const nth = one(asked.v);
  return (
    <Frame>
      {nth === undefined ? <List post={post} cursor={one(asked.cursor)} /> : <Version post={post} nth={nth} />}
    </Frame>
  );
}

async function List({ post, cursor }: { post: Awaited<ReturnType<typeof postOf>>; cursor: string | undefined }) {
  const here = `${post.href}/history`;
  const of = await listed((await api()).posts.versions({ key: post.key, cursor }));
  return (
    <>
      <PageHead title="Versions">
        What <TextLink href={post.href}>{post.title}</TextLink> said, the newest first.
      </PageHead>
      {"refused" in of ? (
        <Refused title="This list cannot go on from there" next={<ButtonLink href={here}>To its top</ButtonLink>}>
          <p>{of.refused}</p>
        </Refused>
      ) : of.list.items.length === 0 && !cursor ? (
        <EmptyState
          title={post.editedAt ? "Its earlier words were not kept" : "It says what it always said"}
          next={<ButtonLink href={post.href}>To the post</ButtonLink>}
        >
          <p>Every change of its words from now on will stand here.</p>
        </EmptyState>
      ) : (
        <>
          <VersionList versions={of.list.items} at={here} />
          <Pager
            of="Versions"
            newer={cursor ? here : undefined}
            older={of.list.next ? `${here}?cursor=${of.list.next}` : undefined}
            end="That was the first one."
          />
        </>
      )}
    </>
  );
}
