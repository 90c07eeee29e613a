import type { Metadata } from "next";
import { RecentList } from "#/components/comments/recent";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { api } from "../../api";
import { type Asked, listed, one } from "../../found";
import { Frame } from "../../frame";

export const metadata: Metadata = { title: "Comments" };

export default async function CommentsPage({ searchParams }: { searchParams: Asked }) {
  const cursor = one((await searchParams).cursor);
  const of = await listed((await api()).comments.all({ cursor }));
  return (
    <Frame>
      <PageHead title="Comments">What people say, the newest first.</PageHead>
      {"refused" in of ? (
        <Refused title="This list cannot go on from there" next={<ButtonLink href="/comments">To its top</ButtonLink>}>
          <p>{of.refused}</p>
        </Refused>
      ) : (
        <All {...of.list} further={cursor !== undefined} />
      )}
    </Frame>
  );
}

type AllProps = { items: Parameters<typeof RecentList>[0]["comments"]; next: string | null; further: boolean };

function All({ items, next, further }: AllProps) {
  if (items.length === 0 && !further) {
    return (
      <EmptyState title="Nobody has said anything yet" next={<ButtonLink href="/">To the posts</ButtonLink>}>
        <p>What people answer to posts, and to one another, will stand here.</p>
      </EmptyState>
    );
  }
  return (
    <div>
      <RecentList comments={items} when />
      <Pager
        of="Comments"
        newer={further ? "/comments" : undefined}
        older={next ? `/comments?cursor=${next}` : undefined}
        end="That was the first one."
      />
    </div>
  );
}
