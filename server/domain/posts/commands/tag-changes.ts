import { and, eq, inArray, sql } from "drizzle-orm";
import { newId } from "#/db/ids";
import { postTags, type Tag, type TagsMoved, tagAliases, tagChanges, tags } from "#/db/schema/posts";
import { slugOf } from "#/server/platform/text";
import type { Acting } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import { settingsOf } from "../../settings/queries";
import { problemOfTag } from "../words";

const nothing: TagsMoved = { posts: [], both: [], aliases: [] };

/** Gives a tag another name; its old address leads to it. Run it in a transaction, for whoever may. */
export async function renameTag(ctx: Acting, tag: Tag, name: string) {
  const { db } = ctx;
  const problem = problemOfTag(name, await settingsOf(ctx));
  if (problem) fail("tag-length", problem);
  const slug = slugOf(name);
  if (slug !== tag.slug) {
    if ((await tagAt(ctx, slug)) || (await aliasOfAnother(ctx, slug, tag.id))) fail("tag-exists", { tag: name });
    await db.delete(tagAliases).where(eq(tagAliases.slug, slug));
    await db.insert(tagAliases).values({ slug: tag.slug, tagId: tag.id });
  }
  await db.update(tags).set({ slug, name }).where(eq(tags.id, tag.id));
  return keepChange(ctx, { act: "rename", from: tag, to: { ...tag, slug, name }, moved: nothing });
}

/** Makes two tags one: the posts of the first get the second, and its addresses lead there. Run it in a transaction. */
export async function mergeTags(ctx: Acting, from: Tag, to: Tag) {
  const { db } = ctx;
  if (from.id === to.id) fail("same-tag");
  const [its, others] = [await postsOf(ctx, from.id), new Set(await postsOf(ctx, to.id))];
  const moved = {
    posts: its.filter((id) => !others.has(id)),
    both: its.filter((id) => others.has(id)),
    aliases: (await db.update(tagAliases).set({ tagId: to.id }).where(eq(tagAliases.tagId, from.id)).returning()).map(
      ({ slug }) => slug,
    ),
  };
  await addTag(ctx, to.id, moved.posts);
  await db.delete(tags).where(eq(tags.id, from.id));
  await db.insert(tagAliases).values({ slug: from.slug, tagId: to.id });
  return keepChange(ctx, { act: "merge", from, to, moved });
}

/** Takes a renaming or a merging back, post by post as it was. Refused where the tag was changed again since. */
export async function undoTagChange(ctx: Acting, id: string) {
  const { db } = ctx;
  const [change] = await db.select().from(tagChanges).where(eq(tagChanges.id, id)).for("update");
  if (!change || change.undoneAt) return fail("nothing-to-undo");
  const tag = await tagAt(ctx, change.toSlug);
  if (!tag || tag.id !== change.tagId || tag.name !== change.toName) return fail("tag-changed-since");
  await db.delete(tagAliases).where(and(eq(tagAliases.slug, change.fromSlug), eq(tagAliases.tagId, tag.id)));
  if (change.act === "rename") {
    await db.update(tags).set({ slug: change.fromSlug, name: change.fromName }).where(eq(tags.id, tag.id));
    if (change.toSlug !== change.fromSlug) await db.insert(tagAliases).values({ slug: change.toSlug, tagId: tag.id });
  } else await partAgain(ctx, change, tag.id);
  await db.update(tagChanges).set({ undoneAt: ctx.now() }).where(eq(tagChanges.id, id));
  await tell(ctx, { type: "tags.changed" });
  return { slug: change.fromSlug, name: change.fromName };
}

type Change = typeof tagChanges.$inferSelect;

async function partAgain(ctx: Acting, { fromSlug, fromName, moved }: Change, keptId: string) {
  const { db } = ctx;
  const tagId = newId();
  await db.insert(tags).values({ id: tagId, slug: fromSlug, name: fromName });
  const still = new Set(await postsOf(ctx, keptId));
  const back = moved.posts.filter((post) => still.has(post));
  await addTag(ctx, tagId, [...back, ...moved.both.filter((post) => still.has(post))]);
  if (back.length > 0) await db.delete(postTags).where(and(eq(postTags.tagId, keptId), inArray(postTags.postId, back)));
  if (moved.aliases.length > 0) {
    const theirs = and(inArray(tagAliases.slug, moved.aliases), eq(tagAliases.tagId, keptId));
    await db.update(tagAliases).set({ tagId }).where(theirs);
  }
}

/** A tag by the address it has now, held until the transaction ends. */
export async function tagAt({ db }: Pick<Acting, "db">, slug: string): Promise<Tag | null> {
  const [tag] = await db.select().from(tags).where(eq(tags.slug, slug)).for("update");
  return tag ?? null;
}

async function aliasOfAnother({ db }: Acting, slug: string, tagId: string): Promise<boolean> {
  const [alias] = await db.select().from(tagAliases).where(eq(tagAliases.slug, slug));
  return alias !== undefined && alias.tagId !== tagId;
}

const postsOf = async ({ db }: Acting, tagId: string): Promise<string[]> =>
  (await db.select({ id: postTags.postId }).from(postTags).where(eq(postTags.tagId, tagId))).map(({ id }) => id);

/** In one statement however many there are: 100,000 posts are too many for as many parameters. */
async function addTag({ db }: Acting, tagId: string, postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  await db.execute(sql`insert into post_tags (post_id, tag_id)
    select id, ${tagId}::uuid from posts where id = any(${`{${postIds.join(",")}}`}::uuid[]) on conflict do nothing`);
}

type NewChange = { act: Change["act"]; from: Tag; to: Tag; moved: TagsMoved };

async function keepChange(ctx: Acting, { act, from, to, moved }: NewChange) {
  const id = newId();
  await ctx.db.insert(tagChanges).values({
    id,
    act,
    byId: ctx.viewer.id,
    at: ctx.now(),
    fromSlug: from.slug,
    fromName: from.name,
    toSlug: to.slug,
    toName: to.name,
    tagId: to.id,
    moved,
  });
  await tell(ctx, { type: "tags.changed" });
  return { id, slug: to.slug, name: to.name };
}
