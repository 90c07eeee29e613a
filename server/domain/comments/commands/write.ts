import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { type Comment, comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import type { Rendered } from "#/server/platform/text";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { keepToMentions } from "../../posts/mentions";
import { onceOf } from "../../posts/once";
import { can as canPost, visibleTo as postVisibleTo } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import type { Settings } from "../../settings/schema";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment, findPlace } from "../find";
import type { newComment } from "../input";
import { placeUnder } from "../place";
import { can } from "../policy";
import { columnsOf, measure, renderWords } from "../words";
import { keepToLimits, refuseRepeat, takeTurn } from "./limits";

type Words = z.infer<typeof newComment>;
type Also = (ctx: Acting, made: { id: string; source: string }) => Promise<void>;
type Spoken = { words: Words; rendered: Rendered; onceKey: string | null; set: Settings; also?: Also | undefined };

/** What the screen is told of a comment that was just kept. */
const kept = (post: { key: string; slug: string }, { id, key }: Pick<Comment, "id" | "key">) => ({
  id,
  key,
  href: permalinkOf(post, key),
});

/**
 * Puts words under a post or under a comment. The same form sent twice makes one comment and is told of the first;
 * the same form with other words makes another.
 * @param also what becomes true with the comment or not at all, in the same transaction
 */
export async function writeComment(ctx: Acting, words: Words, also?: Also) {
  const set = await settingsOf(ctx);
  measure(words.source, set["comment.characters"]);
  const onceKey = onceOf(words.once, words.postKey, words.parentKey ?? "", words.source);
  const before = await sentBefore(ctx, onceKey);
  if (before) return before;

  // What is answered is looked at once, in the transaction: it may change while the words are rendered.
  await keepToLimits(ctx, set);
  const rendered = await renderWords(words.source, "markdown");
  await keepToMentions(ctx, rendered.html);
  return atomically(ctx, (ctx) => keep(ctx, { words, rendered, onceKey, set, also }));
}

/** Finds what is answered and asks whether it may be. A reply holds its parent, so that two at once take their turn. */
async function ask(ctx: Acting, { postKey, parentKey }: Words) {
  const post = await findPlace(ctx, postKey);
  const answer = canPost(ctx.viewer, "comment", post);
  if (!answer.ok) return fail(answer.because);
  if (!parentKey) return { post, parent: null };
  const parent = await findComment(ctx, parentKey, { lock: true });
  if (parent.postId !== post.id) return fail("no-such-comment");
  const may = can(ctx.viewer, "reply", parent);
  return may.ok ? { post, parent } : fail(may.because);
}

async function keep(ctx: Acting, { words, rendered, onceKey, set, also }: Spoken) {
  await takeTurn(ctx);
  const { post, parent } = await ask(ctx, words);
  // A twin that waited finds the first one here; the unique index is the last word.
  const before = await sentBefore(ctx, onceKey);
  if (before) return before;
  await refuseRepeat(ctx, words.source, set);
  const row = { ...placeUnder(post, parent), authorId: ctx.viewer.id, source: words.source, ...columnsOf(rendered) };
  const made = await insert(ctx, { ...row, writtenAt: ctx.now(), onceKey });
  if (!made) return (await sentBefore(ctx, onceKey)) ?? fail("no-such-comment");
  if (parent) {
    await ctx.db
      .update(comments)
      .set({ repliesGiven: parent.repliesGiven + 1 })
      .where(eq(comments.id, parent.id));
  }
  await also?.(ctx, { id: made.id, source: words.source });
  await tell(ctx, {
    type: "comment.written",
    commentId: made.id,
    postId: post.id,
    parentId: parent?.id ?? null,
    authorId: ctx.viewer.id,
  });
  return kept(post, made);
}

async function insert({ db }: Acting, row: typeof comments.$inferInsert) {
  const [made] = await db
    .insert(comments)
    .values(row)
    .onConflictDoNothing({ target: [comments.authorId, comments.onceKey] })
    .returning({ id: comments.id, key: comments.key });
  return made ?? null;
}

/** The comment this very form with these very words made before, where its post can still be read. */
async function sentBefore({ db, viewer }: Acting, onceKey: string | null) {
  if (!onceKey) return null;
  const [found] = await db
    .select({
      id: comments.id,
      key: comments.key,
      post: { key: posts.key, slug: posts.slug },
      readable: sql<boolean>`${postVisibleTo(viewer)}`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.authorId, viewer.id), eq(comments.onceKey, onceKey)));
  if (!found) return null;
  return found.readable ? kept(found.post, found) : fail("no-such-comment");
}
