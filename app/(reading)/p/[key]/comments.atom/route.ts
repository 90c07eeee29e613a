import { notFound } from "next/navigation";
import { api } from "../../../../api";
import { atom, commentEntry, entriesInFeed } from "../../../../feeds/atom";

/** The comments of one post. Only a post that anybody may read has such a feed: whoever fetches it is a program. */
export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const everybody = await api();
  const post = await everybody.posts.byKey({ key }).catch(() => null);
  if (post?.audience !== "everyone") notFound();
  const comments = await everybody.comments.latest({ limit: entriesInFeed, postKey: key });
  return atom({
    path: `/p/${key}/comments.atom`,
    title: post.title,
    about: post.href,
    entries: comments.map(commentEntry),
  });
}
