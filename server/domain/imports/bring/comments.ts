import { eq, sql } from "drizzle-orm";
import { newId } from "#/db/ids";
import { type Comment, comments } from "#/db/schema/comments";
import { importedThings } from "#/db/schema/imports";
import { excerptOf } from "#/server/platform/text";
import type { WxrApproval, WxrComment } from "../wxr/things";
import type { Ground } from "./ground";
import { knownThings } from "./known";
import { nameOfComment } from "./names";
import { type Remark, remark } from "./outcome";
import type { People } from "./people";
import type { Planned } from "./posts";
import { type Leaf, type Placed, place, type Spot } from "./threads";
import { nameOf, shown, siteOf } from "./words";

const excerptLength = 300;
/** Rows of one statement and texts rendered at once. */
const slice = 200;

const states: Record<WxrApproval, Comment["state"]> = { approved: "shown", held: "held", spam: "spam", trash: "trash" };
const unseen: Partial<Record<WxrApproval, Remark>> = { held: "held", spam: "spam", trash: "trashedComment" };
const kinds = ["comment", "pingback", "trackback"] as const;
const kindOf = (type: string) => kinds.find((kind) => kind === type);

type Found = Leaf & { name: string; kind: Comment["kind"]; comment: WxrComment };
type Row = { post: Planned; spot: Placed<Found> };

/** Takes in the comments of a handful of posts, those that are not here yet, each at its place in its thread. */
export async function bringComments(ground: Ground, people: People, planned: Planned[]): Promise<void> {
  const found = planned.map((post) => ({ post, all: commentsOf(ground, post) }));
  const here = await knownComments(ground, found);
  const rows: Row[] = [];
  for (const { post, all } of found) {
    const fresh = all.filter(({ name }) => !here.has(name));
    ground.outcome.comments.here += all.length - fresh.length;
    ground.outcome.comments.new += fresh.length;
    for (const { comment } of fresh) remarkOn(ground, comment);
    rows.push(...(await placesOf(ground, post, fresh, here)).map((spot) => ({ post, spot })));
  }
  if (ground.dryRun) return;
  for (let at = 0; at < rows.length; at += slice) await write(ground, people, rows.slice(at, at + slice));
}

function commentsOf({ ctx }: Ground, { item, name: post, standing }: Planned): Found[] {
  const seen = new Set<string>();
  const fallback = standing.publishedAt ?? item.publishedAt ?? item.modifiedAt ?? ctx.now();
  return item.comments.flatMap((comment) => {
    const kind = kindOf(comment.type);
    const name = kind ? nameOfComment(post, comment, seen) : null;
    if (!kind || name === null) return [];
    const isFirst = name === `${post}/${comment.id}`;
    return [
      { name, kind, comment, at: comment.at ?? fallback, id: isFirst ? comment.id : null, parentId: comment.parentId },
    ];
  });
}

function remarkOn({ outcome }: Ground, { approved, at, authorUrl }: WxrComment) {
  const what = unseen[approved];
  if (what) remark(outcome, what);
  if (!at) remark(outcome, "undated");
  // WordPress' form of long ago came with `http://` already in it.
  if (!/^(?:https?:\/\/)?$/.test(authorUrl?.trim() ?? "") && siteOf(authorUrl) === null) remark(outcome, "site");
}

/** Every comment of these posts that came in before, by its name, and its place unless it is gone. */
async function knownComments(
  { ctx, origin }: Ground,
  found: { post: Planned; all: Found[] }[],
): Promise<Map<string, Spot | null>> {
  const names = found.flatMap(({ post, all }) =>
    post.fate === "new" ? [] : all.flatMap(({ name, parentId }) => [name, `${post.name}/${parentId}`]),
  );
  const things = await knownThings(ctx.db, origin.name, "comment", [...new Set(names)]);
  if (things.size === 0) return new Map();
  const spots = await ctx.db
    .select({ id: comments.id, rootId: comments.rootId, path: comments.path, depth: comments.depth })
    .from(comments)
    .where(sql`${comments.id} = any(${sql.param([...things.values()])}::uuid[])`);
  const byId = new Map(spots.map((spot) => [spot.id, spot]));
  return new Map([...things].map(([name, id]) => [name, byId.get(id) ?? null]));
}

async function placesOf(
  { ctx, outcome, dryRun }: Ground,
  { name }: Planned,
  fresh: Found[],
  here: Map<string, Spot | null>,
) {
  if (fresh.length === 0) return [];
  const standing = new Map<string, Spot>();
  for (const { parentId } of fresh) {
    const spot = parentId === null ? null : here.get(`${name}/${parentId}`);
    if (parentId !== null && spot) standing.set(parentId, spot);
  }
  const reserve = async (id: string, count: number) => {
    if (dryRun) return 1;
    const given = sql<number>`${comments.repliesGiven} + ${count}`;
    const [row] = await ctx.db
      .update(comments)
      .set({ repliesGiven: given })
      .where(eq(comments.id, id))
      .returning({ given: comments.repliesGiven });
    return (row?.given ?? count) - count + 1;
  };
  const { placed, mended } = await place({ leaves: fresh, standing, newId, reserve });
  remark(outcome, "orphan", mended.orphans);
  remark(outcome, "ring", mended.rings);
  remark(outcome, "deep", mended.deep);
  return placed;
}

async function write({ ctx, origin, importId, outcome }: Ground, people: People, rows: Row[]): Promise<void> {
  const values = await Promise.all(
    rows.map(async ({ post, spot }) => {
      const { comment, kind, at } = spot.leaf;
      const { html, plain, version, asPlain } = await shown(comment.content, post.item.link, 3);
      if (asPlain) remark(outcome, "plain");
      const authorId = people.ofComment(comment);
      return {
        id: spot.id,
        postId: post.postId,
        parentId: spot.above?.id ?? null,
        rootId: spot.rootId,
        path: spot.path,
        depth: spot.depth,
        repliesGiven: spot.replies,
        authorId,
        guestName: authorId ? null : nameOf(comment.authorName) || "Anonymous",
        guestSite: authorId ? null : siteOf(comment.authorUrl),
        kind,
        state: states[comment.approved],
        source: comment.content,
        format: "html" as const,
        html,
        excerpt: excerptOf(plain, excerptLength),
        renderedBy: version,
        writtenAt: at,
      };
    }),
  );
  const things = rows.map(({ spot }) => ({ foreignId: spot.leaf.name, thingId: spot.id }));
  await ctx.db.transaction(async (db) => {
    await db.insert(comments).values(values);
    await db
      .insert(importedThings)
      .values(things.map((thing) => ({ ...thing, origin: origin.name, kind: "comment" as const, importId })));
  });
}
