import { and, desc, eq, getTableColumns, lt, type SQL, sql } from "drizzle-orm";
import { postRevisions, posts, type Revision } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import { wordDiff } from "#/server/platform/text/word-diff";
import type { Reading } from "../../context";
import { decodeCursor, paged } from "../../cursor";
import { fail } from "../errors";
import { canOfVersion, permissions, type PostFacts, visibleTo } from "../policy";
import { selectPosts, shaped } from "../shape";

type Page = { cursor?: string | undefined; limit: number };
type Row = Omit<Revision, "source" | "readable">;

const { source: _source, readable: _readable, ...light } = getTableColumns(postRevisions);

/** The post whose versions are asked for, as it may be read now. */
async function postOf({ db, viewer }: Reading, key: string) {
  const [row] = await selectPosts(db, viewer).where(and(eq(posts.key, key), visibleTo(viewer)));
  if (!row) return fail("no-such-post");
  madeFrom(`post:${row.post.id}`);
  const { post, connected, blocked } = row;
  return { shown: shaped(viewer, row), facts: { ...post, connected, blocked }, id: post.id };
}

/** What a list says of a version; of one that is not for this viewer only that it was. */
function told(viewer: Reading["viewer"], post: PostFacts, row: Row, newest: number) {
  const answer = canOfVersion(viewer, post, row);
  const { nth, at, restores } = row;
  const said = answer.ok
    ? {
        face: "said" as const,
        title: row.title,
        restores,
        hidden: row.hiddenAt !== null,
        withheld: row.withheldAt !== null,
      }
    : { face: answer.because };
  return { nth, at, ...said, isNow: nth === newest };
}

/** The versions of a post that can be read now, the newest first. A post that was never changed has none. */
export async function versionsOf(ctx: Reading, { key, cursor, limit }: Page & { key: string }) {
  const { shown, facts, id } = await postOf(ctx, key);
  const before = cursor ? decodeCursor(cursor) : null;
  const rows = await versions(ctx, id, before ? lt(postRevisions.nth, before.at.getTime()) : undefined)
    .orderBy(desc(postRevisions.nth))
    .limit(limit + 1);
  const newest = await newestOf(ctx, id);
  const { items, next } = paged(rows, limit, ({ nth, id }) => ({ at: new Date(nth), id }));
  return { post: shown, items: items.map((row) => told(ctx.viewer, facts, row, newest)), next };
}

/** What a version changed in the last one before it that this viewer may read. */
export async function versionOf(ctx: Reading, { key, nth }: { key: string; nth: number }) {
  const { shown, facts, id } = await postOf(ctx, key);
  const [row] = await ctx.db
    .select()
    .from(postRevisions)
    .where(and(eq(postRevisions.postId, id), eq(postRevisions.nth, nth)));
  if (!row || !canOfVersion(ctx.viewer, facts, row).ok) return fail("no-such-version");
  const earlier = await versions(ctx, id, lt(postRevisions.nth, nth)).orderBy(desc(postRevisions.nth));
  const compared = earlier.find((one) => canOfVersion(ctx.viewer, facts, one).ok);
  const before = compared ? await wordsOf(ctx, compared.id) : null;
  const newest = await newestOf(ctx, id);
  return {
    post: shown,
    version: told(ctx.viewer, facts, row, newest),
    comparedWith: compared?.nth ?? null,
    title: wordDiff(before?.title ?? row.title, row.title),
    words: wordDiff(before?.readable ?? row.readable, row.readable),
    can: { restore: permissions(ctx.viewer, facts).edit && nth !== newest },
  };
}

const versions = ({ db }: Reading, postId: string, fits: SQL | undefined) =>
  db
    .select(light)
    .from(postRevisions)
    .where(and(eq(postRevisions.postId, postId), fits))
    .$dynamic();

async function newestOf({ db }: Reading, postId: string): Promise<number> {
  const [row] = await db
    .select({ nth: sql<number>`coalesce(max(${postRevisions.nth}), 0)` })
    .from(postRevisions)
    .where(eq(postRevisions.postId, postId));
  return row?.nth ?? 0;
}

async function wordsOf({ db }: Reading, id: string) {
  const [row] = await db
    .select({ title: postRevisions.title, readable: postRevisions.readable })
    .from(postRevisions)
    .where(eq(postRevisions.id, id));
  return row ?? null;
}
