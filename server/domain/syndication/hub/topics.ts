import type { Comment } from "#/db/schema/comments";
import { can as canComment } from "../../comments/policy";
import { can as canPost, type PostFacts } from "../../posts/policy";

/** Something that was told of a post, or of a comment under it. */
export type News = {
  postId: string;
  commentId: string | null;
  /** What the fact took it by: but for this, it may still be readable. */
  lost: "deletedAt" | "hiddenAt" | null;
  /** The subjects the post had before, where anybody could read it then. */
  wasPublic: { tagIds: string[] } | null;
};

/** A post, with what decides in which feeds it stands. */
export type PostThere = Omit<PostFacts, "connected" | "blocked"> & {
  key: string;
  kind: "post" | "page";
  handle: string;
  tagIds: string[];
  /** Whether something was said under it that whoever reads it may read. */
  answered: boolean;
};
export type CommentThere = Pick<Comment, "authorId" | "state" | "kind" | "hiddenAt" | "deletedAt">;

/** Feeds by their paths without a language; those of subjects by the subjects' ids. */
export type Changed = { feeds: string[]; tagIds: string[] };

const nowhere: Changed = { feeds: [], tagIds: [] };
/** How far a reader stands from an author who does not know them. */
const stranger = { connected: false, blocked: false };

/**
 * The public feeds that a fact changes: those in which anybody at all can read what it is about, or could until now.
 * None for what is for fewer, a draft, held or hidden, whatever happens to it.
 */
export function changedBy(news: News, post: PostThere, comment: CommentThere | null): Changed {
  const facts = { ...post, ...stranger };
  const without = news.lost === null ? {} : { [news.lost]: null };
  if (news.commentId !== null) {
    const stands = comment?.kind === "comment" && isRead({ ...comment, ...without }, facts);
    return stands ? { feeds: ["/comments", `/p/${post.key}/comments`], tagIds: [] } : nowhere;
  }
  const is = canPost(null, "read", { ...facts, ...without }).ok;
  const was = news.wasPublic;
  if (!is && !was) return nowhere;
  const posts = post.kind === "post" ? ["/posts", `/m/${post.handle}/posts`] : [];
  // What is said under a post comes with it and goes with it.
  const comments = post.answered && !(is && was) ? ["/comments"] : [];
  const own = comments.length > 0 && canPost(null, "read", facts).ok ? [`/p/${post.key}/comments`] : [];
  const tagIds = post.kind === "post" ? [...(is ? post.tagIds : []), ...(was?.tagIds ?? [])] : [];
  return { feeds: [...posts, ...comments, ...own], tagIds };
}

const isRead = (comment: CommentThere, post: PostFacts): boolean =>
  canComment(null, "read", { ...comment, post, blocked: false }).ok;
