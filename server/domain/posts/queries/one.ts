import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { articles } from "#/db/schema/articles";
import { members } from "#/db/schema/members";
import { legacyPaths, posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import { localIn } from "#/server/platform/zones";
import type { Acting, Reading } from "../../context";
import { settingsOf } from "../../settings/queries";
import { addressOf } from "../address";
import { closesAt } from "../closing";
import { fail } from "../errors";
import { findPost } from "../find";
import { can, visibleTo, whoMayAnswer } from "../policy";
import { pinsOf } from "./pins";
import { allTags } from "./tags";
import { fieldsFor, shaped } from "../shape";

/** One post with its words, for whoever may read it. */
export async function postByKey(ctx: Reading, { key }: { key: string }) {
  const { db, viewer } = ctx;
  const [row] = await db
    .select({ ...fieldsFor(viewer), html: posts.html })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(and(eq(posts.key, key), visibleTo(viewer)));
  if (!row) return fail("no-such-post");
  madeFrom(`post:${row.post.id}`);
  const commentsCloseAt = closesAt(row.post, await settingsOf(ctx));
  const { post, connected, blocked } = row;
  const facts = { ...post, connected, blocked };
  const pins = await pinsOf(ctx, facts);
  return { ...shaped(viewer, row), html: row.html, commentsCloseAt, pins, mayAnswer: whoMayAnswer(viewer, facts) };
}

/** So many tags are offered to be completed. */
const mostKnown = 200;

/** What the writing page needs for a post that is not begun: how much room there is, and which tags there are. */
export async function roomToWrite(ctx: Reading) {
  const set = await settingsOf(ctx);
  const known = (await allTags(ctx)).slice(0, mostKnown).map(({ name }) => name);
  return { characters: set["post.characters"], tags: set["post.tags"], closeDays: set["comments.close-days"], known };
}

/** A post of one's own as it was typed, to go on writing. */
export async function postToEdit(ctx: Acting, { key }: { key: string }) {
  const facts = await findPost(ctx, key);
  const answer = can(ctx.viewer, "edit", facts);
  if (!answer.ok) return fail(answer.because);
  const { title, source, slug, articleId, audience, comments, publishedAt, plannedFor, plannedZone, tags, format } =
    facts;
  return {
    key,
    href: addressOf({ key, slug }),
    title,
    source,
    format,
    about: await addressOfArticle(ctx, articleId),
    audience,
    comments,
    closeDays: facts.commentsCloseDays,
    publishedAt,
    plannedFor,
    plannedZone,
    tags: tags.map(({ name }) => name),
    room: await roomToWrite(ctx),
  };
}

/**
 * A draft of one's own that is to be planned: its plan so far, as its zone's clocks show it, and the zone its author
 * planned in last.
 */
export async function postToPlan(ctx: Acting, { key }: { key: string }) {
  const facts = await findPost(ctx, key);
  const answer = can(ctx.viewer, "plan", facts);
  if (!answer.ok) return fail(answer.because);
  const [last] = await ctx.db
    .select({ zone: posts.plannedZone })
    .from(posts)
    .where(and(eq(posts.authorId, ctx.viewer.id), isNotNull(posts.plannedZone)))
    .orderBy(desc(posts.madeAt), desc(posts.id))
    .limit(1);
  const { title, audience, plannedFor, plannedZone } = facts;
  const zone = plannedZone ?? last?.zone ?? null;
  const wall = plannedFor ? localIn(plannedFor, zone ?? "UTC") : "";
  return { key, title, audience, plannedFor, zone, wall };
}

async function addressOfArticle({ db }: Reading, id: string | null): Promise<string> {
  if (!id) return "";
  const [article] = await db.select({ address: articles.address }).from(articles).where(eq(articles.id, id));
  return article?.address ?? "";
}

/** A post of one's own that stands before its deletion or behind it: the page that asks, and the one that undoes. */
export async function postToDelete(ctx: Acting, { key }: { key: string }) {
  const facts = await findPost(ctx, key);
  const { title, slug, deletedAt, publishedAt, undoDays } = facts;
  if (!can(ctx.viewer, "delete", facts).ok && !(deletedAt && ctx.viewer.id === facts.authorId))
    return fail("no-such-post");
  return {
    key,
    title,
    href: addressOf({ key, slug }),
    publishedAt,
    deletedAt,
    undoDays,
    can: { undo: can(ctx.viewer, "undo", facts).ok },
  };
}

/** Where a post from another site is now, by the path it had there; null when this viewer may not know. */
export async function addressByLegacyPath({ db, viewer }: Reading, { path }: { path: string }): Promise<string | null> {
  const [bare = "", query] = path.split("?", 2);
  const other = bare.endsWith("/") ? bare.slice(0, -1) : `${bare}/`;
  const asked = [bare, other].filter(Boolean).map((it) => (query === undefined ? it : `${it}?${query}`));
  const [found] = await db
    .select({ key: posts.key, slug: posts.slug })
    .from(legacyPaths)
    .innerJoin(posts, eq(posts.id, legacyPaths.postId))
    .where(and(inArray(legacyPaths.path, asked), visibleTo(viewer)))
    .orderBy(sql`${legacyPaths.path} = ${path} desc`)
    .limit(1);
  return found ? addressOf(found) : null;
}
