import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import type { Member } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { visibleTo } from "../comments/policy";
import { notMuted } from "../connections/policy";

/** Comments a letter may tell this member of now, said in SQL over comments joined with their posts. */
export const toTell = (member: Member, now: Date): SQL =>
  and(
    visibleTo(member),
    eq(comments.kind, "comment"),
    eq(comments.state, "shown"),
    isNull(comments.hiddenAt),
    isNull(posts.hiddenAt),
    isNotNull(posts.publishedAt),
    notMuted(member, comments.authorId, now),
    notMuted(member, posts.authorId, now),
  ) ?? sql`false`;
