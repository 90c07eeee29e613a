import { newId } from "#/db/ids";
import { segmentOf } from "#/db/reading-order";
import type { Comment } from "#/db/schema/comments";

type Parent = Pick<Comment, "id" | "rootId" | "path" | "depth" | "repliesGiven">;

/** Where the next comment on a post stands: at the top, or as the next reply of another. */
export function placeUnder(post: { id: string }, parent: Parent | null) {
  const id = newId();
  if (!parent) return { id, postId: post.id, parentId: null, rootId: id, path: "", depth: 0 };
  return {
    id,
    postId: post.id,
    parentId: parent.id,
    rootId: parent.rootId,
    path: parent.path + segmentOf(parent.repliesGiven + 1),
    depth: parent.depth + 1,
  };
}
