import type { ReactNode } from "react";
import { Pager } from "../ui/pager";
import { type Counts, type ListedPost, PostItem } from "./post-item";

type PostListProps = {
  posts: readonly ListedPost[];
  /** Stand above them. */
  pinned?: readonly ListedPost[] | undefined;
  counts: Counts;
  /** The address of the list; a cursor is put behind it. */
  at: string;
  next: string | null;
  /** Whether this is a page further on. */
  further: boolean;
  /** Shown when there are none at all. */
  empty: ReactNode;
};

/** Posts, newest first, page by page. */
export function PostList({ posts, pinned = [], counts, at, next, further, empty }: PostListProps) {
  if (posts.length + pinned.length === 0 && !further) return <>{empty}</>;
  return (
    <>
      <ol className="spread">
        {pinned.map((post) => (
          <PostItem key={post.id} post={post} counts={counts} pinned />
        ))}
        {posts.map((post) => (
          <PostItem key={post.id} post={post} counts={counts} />
        ))}
      </ol>
      <div>
        <Pager
          of="Posts"
          newer={further ? at : undefined}
          older={next ? `${at}?cursor=${next}` : undefined}
          end="That was the first one."
        />
      </div>
    </>
  );
}
