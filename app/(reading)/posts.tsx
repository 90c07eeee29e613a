import type { ReactNode } from "react";
import { PostList } from "#/components/posts/post-list";
import type { ListedPost } from "#/components/posts/post-item";
import { ButtonLink } from "#/components/ui/button";
import { Refused } from "#/components/ui/states";
import { api } from "../api";

type Listed = { list: { items: ListedPost[]; pinned?: ListedPost[]; next: string | null } } | { refused: string };

/** A list of posts with how many answered each, in its four faces. */
export async function Posts({
  of,
  at,
  further,
  empty,
}: {
  of: Listed;
  at: string;
  further: boolean;
  empty: ReactNode;
}) {
  if ("refused" in of) {
    return (
      <Refused title="This list cannot go on from there" next={<ButtonLink href={at}>To its top</ButtonLink>}>
        <p>{of.refused}</p>
      </Refused>
    );
  }
  const { items, pinned = [], next } = of.list;
  const counts = await (await api()).comments.counts({ postIds: [...pinned, ...items].map(({ id }) => id) });
  return <PostList posts={items} {...{ pinned, counts, at, next, further, empty }} />;
}
