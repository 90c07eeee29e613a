import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { built, ph } from "#/db/built";
import { constraintOf } from "#/db/constraint";
import { newKey } from "#/db/ids";
import { type Comment, comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import type { Rendered } from "#/server/platform/text";
import { type Acting, atomically, sendAhead } from "../../context";
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
import { findRepeat, keepToLimits, refuseRepeat, takeTurn } from "./limits";

type Words = z.infer<typeof newComment>;
type Also = (ctx: Acting, made: { id: string; source: string }) => Promise<void>;
type Spoken = { words: Words; rendered: Rendered; onceKey: string | null; set: Settings; also?: Also | undefined };

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
  try {
    return await atomically(ctx, (ctx) => keep(ctx, { words, rendered, onceKey, set, also }));
  } catch (error) {
    // The index is the last word on twins.
    const twin = constraintOf(error) === "comments_once" ? await sentBefore(ctx, onceKey) : null;
    if (twin) return twin;
    throw error;
  }
}

/** Asks whether what is answered may be. A reply holds its parent, so that two at once take their turn. */
async function ask(ctx: Acting, { postKey, parentKey }: Words, set: Settings) {
  const [post, parent] = await Promise.all([
    findPlace(ctx, postKey),
    parentKey ? findComment(ctx, parentKey, { lock: true, set }) : null,
  ]);
  const answer = canPost(ctx.viewer, "comment", post);
  if (!answer.ok) return fail(answer.because);
  if (!parent) return { post, parent };
  if (parent.postId !== post.id) return fail("no-such-comment");
  const may = can(ctx.viewer, "reply", parent);
  return may.ok ? { post, parent } : fail(may.because);
}

/**
 * Statements go to the database one behind the other, in the order they stand here, and it does each when the one before
 * is done: so whatever is asked here is asked when the turn has come.
 */
async function keep(ctx: Acting, { words, rendered, onceKey, set, also }: Spoken) {
  const [, { post, parent }, before, same] = await Promise.all([
    takeTurn(ctx),
    ask(ctx, words, set),
    sentBefore(ctx, onceKey),
    findRepeat(ctx, words.source, set),
  ]);
  if (before) return before;
  await refuseRepeat(ctx, same);
  const place = placeUnder(post, parent);
  const { source } = words;
  const row = { ...place, key: newKey(), authorId: ctx.viewer.id, source, ...columnsOf(rendered) };
  await sendAhead(ctx, insert(ctx.db, { ...row, writtenAt: ctx.now(), onceKey }));
  if (parent) {
    const repliesGiven = parent.repliesGiven + 1;
    await sendAhead(ctx, ctx.db.update(comments).set({ repliesGiven }).where(eq(comments.id, parent.id)).execute());
  }
  await also?.(ctx, { id: row.id, source });
  await tell(ctx, {
    type: "comment.written",
    commentId: row.id,
    postId: post.id,
    parentId: parent?.id ?? null,
    authorId: ctx.viewer.id,
  });
  return kept(post, row);
}

const insert = built((db) =>
  db.insert(comments).values({
    id: ph("id"),
    key: ph("key"),
    postId: ph("postId"),
    parentId: ph("parentId"),
    rootId: ph("rootId"),
    path: ph("path"),
    depth: ph("depth"),
    authorId: ph("authorId"),
    source: ph("source"),
    html: ph("html"),
    excerpt: ph("excerpt"),
    renderedBy: ph("renderedBy"),
    pictures: ph("pictures"),
    links: ph("links"),
    writtenAt: ph("writtenAt"),
    onceKey: ph("onceKey"),
  }),
);

/** What the screen is told of a comment that was just kept. */
const kept = (post: { key: string; slug: string }, { id, key }: Pick<Comment, "id" | "key">) => ({
  id,
  key,
  href: permalinkOf(post, key),
});

/** The comment this very form with these very words made before, where its post can still be read. */
async function sentBefore({ db, viewer }: Acting, onceKey: string | null) {
  if (!onceKey) return null;
  const [twin] = await sameForm(db, { author: viewer.id, onceKey });
  if (!twin) return null;
  const [post] = await db
    .select({ key: posts.key, slug: posts.slug })
    .from(posts)
    .where(and(eq(posts.id, twin.postId), postVisibleTo(viewer)));
  return post ? kept(post, twin) : fail("no-such-comment");
}

const sameForm = built((db) =>
  db
    .select({ id: comments.id, key: comments.key, postId: comments.postId })
    .from(comments)
    .where(and(eq(comments.authorId, ph("author")), eq(comments.onceKey, ph("onceKey")))),
);
