import { and, count, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { newId } from "#/db/ids";
import { type Post, posts } from "#/db/schema/posts";
import type { Rendered } from "#/server/platform/text";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { useUp } from "../../limits";
import { settingsOf } from "../../settings/queries";
import { addressOf } from "../address";
import { fail } from "../errors";
import type { newPost } from "../input";
import { onceOf } from "../once";
import { columnsOf, measurePost, renderWords } from "../words";
import { articleFor, askForAddress } from "./about";
import { setTags } from "./tags";

type Words = z.infer<typeof newPost>;
type Written = Pick<Post, "id" | "key" | "slug" | "publishedAt" | "deletedAt">;

/** What the screen is told of a post that was just kept. */
export const kept = ({ id, key, slug, publishedAt }: Pick<Post, "id" | "key" | "slug" | "publishedAt">) => ({
  id,
  key,
  href: addressOf({ key, slug }),
  published: publishedAt !== null,
});

/** Keeps a new post as a draft, or publishes it. The same form sent twice makes one post. */
export async function writePost(ctx: Acting, words: Words) {
  const onceKey = onceOf(words.once, words.title, words.source);
  const before = await sentBefore(ctx, onceKey);
  if (before?.publishedAt || (before && !words.publish)) return kept(before);

  askForAddress(words.about ?? "");
  await askForRoom(ctx, words);
  if (!before && !words.publish) await refuseTooManyDrafts(ctx);
  if (words.publish) await countPublishing(ctx);
  const rendered = await renderWords(words.source, "markdown");
  return atomically(ctx, async (ctx) => kept(await keep(ctx, words, rendered, onceKey)));
}

async function keep(ctx: Acting, words: Words, rendered: Rendered, onceKey: string | null): Promise<Written> {
  const { db, viewer, now } = ctx;
  const at = now();
  const publishedAt = words.publish ? at : null;
  const row = {
    id: newId(),
    authorId: viewer.id,
    source: words.source,
    audience: words.audience,
    comments: words.comments,
    commentsCloseDays: words.closeDays ?? null,
    articleId: await articleFor(ctx, words.about ?? ""),
    madeAt: at,
    publishedAt,
    onceKey,
    ...columnsOf(words.title, rendered),
  };
  const [made] = await db.insert(posts).values(row).onConflictDoNothing().returning();
  if (!made) return publishSentBefore(ctx, onceKey, publishedAt);
  await setTags(db, made.id, words.tags);
  if (publishedAt) await tell(ctx, { type: "post.published", postId: made.id, authorId: viewer.id });
  return made;
}

/** The same form came before or at the same moment: as a draft, perhaps, which is now to be published. */
async function publishSentBefore(ctx: Acting, onceKey: string | null, publishedAt: Date | null): Promise<Written> {
  const before = await sentBefore(ctx, onceKey);
  if (!before) return fail("no-such-post");
  if (before.publishedAt || !publishedAt) return before;
  await ctx.db.update(posts).set({ publishedAt, plannedFor: null }).where(eq(posts.id, before.id));
  await tell(ctx, { type: "post.published", postId: before.id, authorId: ctx.viewer.id });
  return { ...before, publishedAt };
}

async function sentBefore({ db, viewer }: Acting, onceKey: string | null): Promise<Written | null> {
  if (!onceKey) return null;
  const [found] = await db
    .select()
    .from(posts)
    .where(and(eq(posts.authorId, viewer.id), eq(posts.onceKey, onceKey)));
  return found ?? null;
}

/** Refuses words there is no room for. A draft may wait for its title; a published or planned post may not. */
export async function askForRoom(ctx: Acting, words: Pick<Words, "title" | "source" | "tags" | "publish" | "ready">) {
  measurePost(words, await settingsOf(ctx), words.publish || words.ready);
}

async function refuseTooManyDrafts({ db, viewer }: Acting) {
  const most = (await settingsOf({ db }))["post.drafts"];
  const [drafts] = await db
    .select({ many: count() })
    .from(posts)
    .where(
      and(eq(posts.authorId, viewer.id), isNull(posts.publishedAt), isNull(posts.plannedFor), isNull(posts.deletedAt)),
    );
  if (drafts && drafts.many >= most) fail("too-many-drafts", { most });
}

/** Counts one publishing against the hour's limit. */
export async function countPublishing(ctx: Acting) {
  const most = (await settingsOf(ctx))["posts.hour"];
  const wait = await useUp(ctx, { name: "posts.hour", most, seconds: 3600 }, ctx.viewer.id);
  if (wait > 0) fail("posting-too-fast", { wait });
}

/** Counts one new version of a published post against the hour's limit. */
export async function countEditing(ctx: Acting) {
  const most = (await settingsOf(ctx))["posts.edits-hour"];
  const wait = await useUp(ctx, { name: "posts.edits-hour", most, seconds: 3600 }, ctx.viewer.id);
  if (wait > 0) fail("editing-too-fast", { wait });
}
