import { eq, inArray } from "drizzle-orm";
import { newId } from "#/db/ids";
import { importedThings } from "#/db/schema/imports";
import { legacyPaths, type Post, posts } from "#/db/schema/posts";
import { excerptOf } from "#/server/platform/text";
import { wordsOfAddress } from "../../posts/address";
import type { WxrItem } from "../wxr/things";
import { oldAddresses } from "./addresses";
import type { Ground } from "./ground";
import { knownThings } from "./known";
import { labelsOf, writeLabels } from "./labels";
import { nameOfItem } from "./names";
import { remark } from "./outcome";
import type { People } from "./people";
import { type Standing, standingOf } from "./standing";
import { comesIn } from "./survey";
import { shown, titleOf } from "./words";

const excerptLength = 300;
const firstWords = 60;

type Before = Pick<
  Post,
  "id" | "title" | "source" | "format" | "publishedAt" | "editedAt" | "audience" | "comments" | "deletedAt"
>;

/** An item of the file and the post it is or becomes here. */
export type Planned = {
  item: WxrItem;
  name: string;
  postId: string;
  standing: NonNullable<Standing>;
  fate: "new" | "changed" | "here" | "left" | "gone";
};

/** Takes in the posts and pages of a handful: new ones whole, known ones where they changed in their old place and not here. */
export async function bringPosts(
  ground: Ground,
  people: People,
  items: WxrItem[],
  seen: Set<string>,
): Promise<Planned[]> {
  const named = items.flatMap((item) => {
    const name = comesIn(item) ? nameOfItem(item, seen) : null;
    if (name === null) leaveComments(ground, item);
    return name === null ? [] : [{ item, name }];
  });
  const before = await knownPosts(
    ground,
    named.map(({ name }) => name),
  );
  const planned = named.flatMap(({ item, name }) => plan(ground, item, name, before.get(name)));
  count(ground, planned);
  if (!ground.dryRun) await write(ground, people, planned);
  return planned;
}

async function knownPosts({ ctx, origin }: Ground, names: string[]): Promise<Map<string, Before | null>> {
  const things = await knownThings(ctx.db, origin.name, "post", names);
  if (things.size === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: posts.id,
      title: posts.title,
      source: posts.source,
      format: posts.format,
      publishedAt: posts.publishedAt,
      editedAt: posts.editedAt,
      audience: posts.audience,
      comments: posts.comments,
      deletedAt: posts.deletedAt,
    })
    .from(posts)
    .where(inArray(posts.id, [...things.values()]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map([...things].map(([name, id]) => [name, byId.get(id) ?? null]));
}

function plan(ground: Ground, item: WxrItem, name: string, before: Before | null | undefined): Planned[] {
  const isNew = before === undefined;
  const standing = standingOf(item, before?.publishedAt ?? ground.ctx.now(), isNew ? ground.outcome : null);
  if (isNew && standing) return [{ item, name, postId: newId(), standing, fate: "new" }];
  if (!before || before.deletedAt) {
    leaveComments(ground, item);
    remark(ground.outcome, isNew ? "trashedPost" : "gone");
    return [];
  }
  // What was thrown away in its old place since is not shown here any longer.
  const now = standing ?? { publishedAt: before.publishedAt, audience: "me" as const };
  return [{ item, name, postId: before.id, standing: now, fate: fateOf(item, now, before) }];
}

/** Nobody but its author edits a post, so one that was never edited here may follow its old place. */
function fateOf(item: WxrItem, { publishedAt, audience }: NonNullable<Standing>, before: Before): Planned["fate"] {
  const title = titleOf(item.title);
  const same =
    item.content === before.source &&
    (title === "" || title === before.title) &&
    publishedAt?.getTime() === before.publishedAt?.getTime() &&
    audience === before.audience &&
    commentsOf(item) === before.comments;
  if (same) return "here";
  return before.editedAt || before.format !== "html" ? "left" : "changed";
}

function count({ outcome }: Ground, planned: Planned[]) {
  for (const { item, fate } of planned) {
    const kind = item.postType === "page" ? outcome.pages : outcome.posts;
    kind[fate === "new" || fate === "changed" ? fate : "here"] += 1;
    if (fate === "left") remark(outcome, "left");
    if (fate === "new" && titleOf(item.title) === "") remark(outcome, "untitled");
  }
}

function leaveComments({ outcome }: Ground, { comments }: WxrItem) {
  remark(outcome, "elsewhere", comments.length);
}

const commentsOf = ({ commentStatus }: WxrItem): Post["comments"] => {
  if (commentStatus === "closed") return "closed";
  return commentStatus === "registered_only" ? "members" : "open";
};

async function write(ground: Ground, people: People, planned: Planned[]): Promise<void> {
  const touched = planned.filter(({ fate }) => fate === "new" || fate === "changed");
  const rows = await Promise.all(touched.map((one) => rowOf(ground, people, one)));
  const fresh = rows.filter((_, nth) => touched[nth]?.fate === "new");
  const changed = rows.filter((_, nth) => touched[nth]?.fate === "changed");
  const { ctx, origin, importId, outcome } = ground;

  await ctx.db.transaction(async (db) => {
    if (fresh.length > 0) await db.insert(posts).values(fresh);
    for (const { id, slug: _slug, madeAt: _madeAt, authorId: _author, ...words } of changed) {
      await db.update(posts).set(words).where(eq(posts.id, id));
    }
    const made = touched.filter(({ fate }) => fate === "new");
    if (made.length > 0) {
      const things = made.map(({ name, postId }) => ({ foreignId: name, thingId: postId }));
      await db
        .insert(importedThings)
        .values(things.map((thing) => ({ ...thing, origin: origin.name, kind: "post" as const, importId })));
    }
    outcome.tags += await writeLabels(
      db,
      made.map(({ postId, item }) => ({ postId, labels: labelsOf(item) })),
    );
    await writeAddresses({ ...ground, ctx: { ...ctx, db } }, planned);
  });
}

async function rowOf({ ctx, outcome }: Ground, people: People, { item, postId, standing }: Planned) {
  const [body, summary] = await Promise.all([shown(item.content, item.link, 2), ownExcerpt(item)]);
  if (body.asPlain) remark(outcome, "plain");
  const title = titleOf(item.title) || excerptOf(body.plain, firstWords) || "(untitled)";
  return {
    id: postId,
    kind: item.postType === "page" ? ("page" as const) : ("post" as const),
    authorId: people.byLogin(item.creator),
    title,
    slug: wordsOfAddress(decoded(item.slug) || title),
    source: item.content,
    format: "html" as const,
    html: body.html,
    excerpt: excerptOf(summary?.plain || body.plain, excerptLength),
    renderedBy: body.version,
    comments: commentsOf(item),
    madeAt: standing.publishedAt ?? item.publishedAt ?? item.modifiedAt ?? ctx.now(),
    ...standing,
  };
}

/** Neither reads past where the next one may begin: so text made of beginnings alone is read once, not once for each. */
const pictures = /<img\b[^<>]*>|\[caption\b[^[\]]*\][^[]*\[\/caption\]/gi;

/** What the author wrote to stand for the post; or the post without its pictures, whose names would begin it. */
async function ownExcerpt({ excerpt, content, link }: WxrItem) {
  if (excerpt.trim() !== "") return shown(excerpt, link, 2);
  const words = content.replace(pictures, "");
  return words === content ? null : shown(words, link, 2);
}

/** WordPress keeps a slug percent-encoded. */
function decoded(slug: string | null): string {
  try {
    return decodeURIComponent(slug ?? "");
  } catch {
    return slug ?? "";
  }
}

async function writeAddresses({ ctx, origin, outcome }: Ground, planned: Planned[]): Promise<void> {
  const wanted = planned.flatMap(({ item, postId }) => oldAddresses(item, origin).map((path) => ({ path, postId })));
  if (wanted.length === 0) return;
  const made = await ctx.db
    .insert(legacyPaths)
    .values(wanted)
    .onConflictDoNothing()
    .returning({ path: legacyPaths.path });
  outcome.addresses += made.length;
  if (made.length === wanted.length) return;
  const holders = await ctx.db
    .select()
    .from(legacyPaths)
    .where(
      inArray(
        legacyPaths.path,
        wanted.map(({ path }) => path),
      ),
    );
  const holder = new Map(holders.map(({ path, postId }) => [path, postId]));
  remark(outcome, "taken", wanted.filter(({ path, postId }) => holder.get(path) !== postId).length);
}
