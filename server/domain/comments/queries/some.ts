import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import type { Reading } from "../../context";
import { can as canPost, whoMayAnswer } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPlace } from "../find";
import type { some } from "../input";
import { wordsVisibleTo } from "../policy";
import { fieldsFor } from "../shape";
import { newsOn } from "../../visits/queries";
import { windowsOf } from "../windows";
import { countOn } from "./counts";
import { placesOf } from "./places";

/**
 * A few comments of one post by their keys, in the order in which they were written, to be put where they belong in a
 * thread that is already on the screen. What this reader may not read is left out.
 */
export async function someOf(ctx: Reading, { postKey, keys }: z.infer<typeof some>) {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok) return fail("no-such-post");
  const wanted = await ctx.db
    .select(fieldsFor(ctx.viewer))
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(and(eq(comments.postId, post.id), inArray(comments.key, keys), wordsVisibleTo(ctx.viewer)))
    .orderBy(asc(comments.writtenAt), asc(comments.id));
  const facts = { ...post, ...windowsOf(await settingsOf(ctx)), news: await newsOn(ctx, post.id) };
  const parents = placesOf(ctx, facts, await parentsOf(ctx, wanted));
  const keyOf = new Map([...parents, ...wanted].map(({ id, key }) => [id, key]));
  return {
    items: placesOf(ctx, facts, wanted, parents),
    /** What each of them answers, by its key; a comment on the post itself is not in it. */
    parents: Object.fromEntries(
      wanted.flatMap(({ key, parentId }) => (parentId ? [[key, keyOf.get(parentId) ?? ""]] : [])),
    ),
    count: await countOn(ctx, post.id),
    can: whoMayAnswer(ctx.viewer, post),
  };
}

async function parentsOf({ db, viewer }: Reading, rows: readonly { parentId: string | null }[]) {
  const ids = rows.flatMap(({ parentId }) => parentId ?? []);
  if (ids.length === 0) return [];
  return db
    .select(fieldsFor(viewer))
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(inArray(comments.id, ids));
}
