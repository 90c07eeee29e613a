import { and, desc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { newId } from "#/db/ids";
import { postRevisions, posts, type Revision } from "#/db/schema/posts";
import { readableOf } from "#/server/platform/text/readable";
import { type Acting, atomically, type Reading } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import { findPost } from "../find";
import type { versionRef } from "../input";
import { can, canOfVersion } from "../policy";

type Found = { id: string; publishedAt: Date | null; hiddenAt: Date | null };

/**
 * Makes sure that the words as they were published are kept before other words take their place. Call it before the
 * post is changed.
 */
export async function keepFirstVersion(ctx: Reading, post: Found): Promise<void> {
  if (!post.publishedAt || (await lastOf(ctx, post.id))) return;
  await keep(ctx, post, { nth: 1, at: post.publishedAt, restores: null });
}

/**
 * Keeps what stands in a post now as its newest version. What is written while the post is hidden is withheld: nobody
 * has looked yet whether what was objected to is gone.
 * @param restores the version whose words these are again
 */
export async function keepVersion(ctx: Reading, post: Found, restores: number | null): Promise<void> {
  const last = await lastOf(ctx, post.id);
  await keep(ctx, post, { nth: (last?.nth ?? 0) + 1, at: ctx.now(), restores });
}

async function keep(ctx: Reading, post: Found, row: Pick<Revision, "nth" | "at" | "restores">): Promise<void> {
  const [now] = await ctx.db
    .select({
      title: posts.title,
      source: posts.source,
      html: posts.html,
      audience: posts.audience,
      pictures: posts.pictures,
    })
    .from(posts)
    .where(eq(posts.id, post.id));
  if (!now) return;
  const { html, ...words } = now;
  await ctx.db
    .insert(postRevisions)
    .values({ id: newId(), postId: post.id, ...words, readable: readableOf(html), withheldAt: post.hiddenAt, ...row });
}

async function lastOf({ db }: Reading, postId: string) {
  const [last] = await db
    .select()
    .from(postRevisions)
    .where(eq(postRevisions.postId, postId))
    .orderBy(desc(postRevisions.nth))
    .limit(1);
  return last ?? null;
}

/** A moderator hides a post: what it said until now must not come back through its versions. */
export async function withholdPostVersions({ db }: Reading, postId: string, hiddenAt: Date): Promise<void> {
  await db
    .update(postRevisions)
    .set({ withheldAt: hiddenAt })
    .where(and(eq(postRevisions.postId, postId), isNull(postRevisions.withheldAt)));
}

/**
 * A moderator gives a post back: what stands in it now was looked at and may be read. Its earlier versions may too where
 * nothing was changed since it was hidden; else what was taken out of it stays out.
 */
export async function openPostVersions(ctx: Reading, postId: string, hiddenAt: Date): Promise<void> {
  const last = await lastOf(ctx, postId);
  if (!last) return;
  const isUnchanged = last.at <= hiddenAt;
  const these = isUnchanged ? eq(postRevisions.withheldAt, hiddenAt) : eq(postRevisions.id, last.id);
  await ctx.db
    .update(postRevisions)
    .set({ withheldAt: null })
    .where(and(eq(postRevisions.postId, postId), these));
}

/** The words of a version of one's own post, to bring them back. */
export async function wordsOfVersion(ctx: Acting, { key, nth }: z.infer<typeof versionRef>) {
  const { post, version } = await findVersion(ctx, { key, nth });
  const { title, source } = version;
  const { audience, comments, tags } = post;
  return { key, title, source, audience, comments, tags: tags.map(({ name }) => name) };
}

/** Keeps an earlier version from the public; moderators still read it. */
export const hideVersion = (ctx: Acting, ref: z.infer<typeof versionRef>) => markVersion(ctx, ref, ctx.now());

/** Lets the public read a version again that its author kept back. */
export const showVersion = (ctx: Acting, ref: z.infer<typeof versionRef>) => markVersion(ctx, ref, null);

function markVersion(ctx: Acting, ref: z.infer<typeof versionRef>, hiddenAt: Date | null) {
  return atomically(ctx, async (ctx) => {
    const { post, version, isLast } = await findVersion(ctx, ref);
    if (isLast) fail("this-version-stands");
    await ctx.db.update(postRevisions).set({ hiddenAt }).where(eq(postRevisions.id, version.id));
    await tell(ctx, { type: "post.changed", postId: post.id, authorId: post.authorId });
    return { key: ref.key, nth: ref.nth };
  });
}

async function findVersion(ctx: Acting, { key, nth }: z.infer<typeof versionRef>) {
  const post = await findPost(ctx, key, { lock: true });
  const answer = can(ctx.viewer, "edit", post);
  if (!answer.ok) return fail(answer.because);
  const [version] = await ctx.db
    .select()
    .from(postRevisions)
    .where(and(eq(postRevisions.postId, post.id), eq(postRevisions.nth, nth)));
  if (!version || !canOfVersion(ctx.viewer, post, version).ok) return fail("no-such-version");
  return { post, version, isLast: (await lastOf(ctx, post.id))?.id === version.id };
}
