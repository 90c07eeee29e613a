import { and, eq, inArray, isNull, like } from "drizzle-orm";
import { z } from "zod";
import { commentParts, comments } from "#/db/schema/comments";
import { quotes } from "#/db/schema/drafts";
import { type Member, members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import type { events } from "#/db/schema/site";
import { type Quoted, quotedIn, withNotes, wordsIn } from "#/server/platform/text";
import { visibleTo as commentVisibleTo } from "../comments/policy";
import type { Reading } from "../context";
import { tell } from "../events";
import { visibleTo as postVisibleTo } from "../posts/policy";

type Fact = Pick<typeof events.$inferSelect, "type" | "fact">;
type Thing = { commentId: string } | { postId: string };
type Found = Quoted & { ofCommentId: string | null; ofPostId: string | null; goneAt: Date | null };

const aboutComment = z.object({ commentId: z.uuid() });
const aboutPost = z.object({ postId: z.uuid() });

/**
 * Most new comments quote nobody, and nobody can have quoted them yet: one look at all of a round leaves them out.
 * @returns whether a fact is one for `keepQuotes`
 */
export async function whichMayQuote({ db }: Reading, facts: readonly Fact[]): Promise<(fact: Fact) => boolean> {
  const written = facts.filter(({ type }) => type === "comment.written").map(({ fact }) => commentIdIn(fact));
  if (written.length === 0) return () => true;
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(inArray(comments.id, written), like(comments.html, "%<blockquote%")));
  const quoting = new Set(rows.map(({ id }) => id));
  return ({ type, fact }) => type !== "comment.written" || quoting.has(commentIdIn(fact));
}

const commentIdIn = (fact: Fact["fact"]) => aboutComment.parse(fact).commentId;

/**
 * Keeps the quotes true to what a fact has changed: whose words stand in new words, and whether they still stand where
 * they were said. Done again it changes nothing more. For the job that carries facts.
 */
export async function keepQuotes(ctx: Reading, { type, fact }: Fact): Promise<void> {
  switch (type) {
    case "comment.written":
    case "comment.continued":
    case "comment.changed":
      return keepAll(ctx, { commentId: commentIdIn(fact) });
    case "post.published":
    case "post.changed":
      return keepAll(ctx, { postId: aboutPost.parse(fact).postId });
    default:
  }
}

async function keepAll(ctx: Reading, thing: Thing): Promise<void> {
  const known: Known = new Map();
  await keepIn(ctx, thing, known);
  const isOf = "commentId" in thing ? eq(quotes.ofCommentId, thing.commentId) : eq(quotes.ofPostId, thing.postId);
  const quoting = await ctx.db
    .selectDistinct({ commentId: quotes.commentId, postId: quotes.postId })
    .from(quotes)
    .where(isOf);
  for (const { commentId, postId } of quoting) {
    if (commentId) await keepIn(ctx, { commentId }, known);
    if (postId) await keepIn(ctx, { postId }, known);
  }
}

/** Looks through the words of one comment or post. */
async function keepIn(ctx: Reading, thing: Thing, known: Known): Promise<void> {
  const it = await read(ctx, thing);
  if (!it) return;
  const found: Found[] = [];
  for (const quote of quotedIn(it.html)) {
    const judged = await judge(ctx, { author: it.author, quote, known });
    if (judged) found.push(judged);
  }
  const isHere = "commentId" in thing ? eq(quotes.commentId, thing.commentId) : eq(quotes.postId, thing.postId);
  await ctx.db.delete(quotes).where(isHere);
  const rows = found.map(({ hash, ofCommentId, ofPostId, goneAt }) => ({
    ...thing,
    hash,
    ofCommentId,
    ofPostId,
    goneAt,
  }));
  if (rows.length > 0) await ctx.db.insert(quotes).values(rows);
  await note(ctx, { thing, it, found });
}

type Read = { html: string; author: Member; postId: string };

async function read({ db }: Reading, thing: Thing): Promise<Read | null> {
  const [row] =
    "commentId" in thing
      ? await db
          .select({ html: comments.html, author: members, postId: comments.postId })
          .from(comments)
          .innerJoin(members, eq(members.id, comments.authorId))
          .where(and(eq(comments.id, thing.commentId), isNull(comments.erasedAt)))
      : await db
          .select({ html: posts.html, author: members, postId: posts.id })
          .from(posts)
          .innerJoin(members, eq(members.id, posts.authorId))
          .where(and(eq(posts.id, thing.postId), isNull(posts.erasedAt)));
  return row ?? null;
}

type Said = { id: string; words: string };
/** What was read for one fact, by its reader and its key: a text may be quoted fifty times in each of a hundred others. */
type Known = Map<string, Promise<Said | null>>;
type Question = { author: Member; quote: Quoted; known: Known };

/** What whoever quotes may not read themselves is not looked at: a note would tell them what stands in it. */
async function judge(ctx: Reading, { author, quote, known }: Question): Promise<Found | null> {
  const name = `${author.id} ${quote.of} ${quote.key}`;
  const looked = known.get(name) ?? saidAt(ctx, author, quote);
  known.set(name, looked);
  const said = await looked;
  if (!said) return null;
  const of =
    quote.of === "comment" ? { ofCommentId: said.id, ofPostId: null } : { ofCommentId: null, ofPostId: said.id };
  return { ...quote, ...of, goneAt: said.words.includes(quote.words) ? null : ctx.now() };
}

async function saidAt({ db }: Reading, author: Member, quote: Quoted): Promise<Said | null> {
  const [said] =
    quote.of === "comment"
      ? await db
          .select({ id: comments.id, html: comments.html })
          .from(comments)
          .innerJoin(posts, eq(posts.id, comments.postId))
          .where(and(eq(comments.key, quote.key), commentVisibleTo(author)))
      : await db
          .select({ id: posts.id, html: posts.html })
          .from(posts)
          .where(and(eq(posts.key, quote.key), postVisibleTo(author)));
  return said ? { id: said.id, words: wordsIn(said.html) } : null;
}

/**
 * Writes the notes into what is shown, where they are not there yet; every cached page with it is made anew. What was
 * changed since it was read is left: its own fact comes, and the words that were taken out must not come back.
 */
async function note(ctx: Reading, { thing, it, found }: { thing: Thing; it: Read; found: readonly Found[] }) {
  if (found.length === 0) return;
  const isGone = ({ key, hash }: Pick<Quoted, "key" | "hash">) =>
    found.some((quote) => quote.key === key && quote.hash === hash && quote.goneAt !== null);
  const html = withNotes(it.html, isGone);
  if (html === it.html) return;
  const noted =
    "postId" in thing
      ? await ctx.db
          .update(posts)
          .set({ html })
          .where(and(eq(posts.id, thing.postId), eq(posts.html, it.html)))
          .returning({ id: posts.id })
      : await ctx.db
          .update(comments)
          .set({ html })
          .where(and(eq(comments.id, thing.commentId), eq(comments.html, it.html)))
          .returning({ id: comments.id });
  if (noted.length === 0) return;
  if ("commentId" in thing) await noteInParts(ctx, thing.commentId, isGone);
  await tell(ctx, { type: "quote.changed", postId: it.postId });
}

async function noteInParts({ db }: Reading, commentId: string, isGone: Parameters<typeof withNotes>[1]): Promise<void> {
  const parts = await db
    .select({ nth: commentParts.nth, html: commentParts.html })
    .from(commentParts)
    .where(eq(commentParts.commentId, commentId));
  for (const { nth, html } of parts) {
    const noted = withNotes(html, isGone);
    const isIt = and(eq(commentParts.commentId, commentId), eq(commentParts.nth, nth), eq(commentParts.html, html));
    if (noted !== html) await db.update(commentParts).set({ html: noted }).where(isIt);
  }
}
