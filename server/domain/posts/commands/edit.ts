import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type Post, posts } from "#/db/schema/posts";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { settingsOf } from "../../settings/queries";
import { closedSince } from "../closing";
import { fail } from "../errors";
import { findPost } from "../find";
import type { changedPost } from "../input";
import { can } from "../policy";
import { columnsOf, renderWords } from "../words";
import { articleFor, askForAddress } from "./about";
import { setTags } from "./tags";
import { keepFirstVersion, keepVersion } from "./versions";
import { askForRoom, countEditing, countPublishing, kept } from "./write";

/**
 * Changes a post's words and who may read and answer them; publishes a draft when asked to. Other words in a published
 * post are a new version of it.
 * @param restores the version whose words these are again
 */
export async function editPost(ctx: Acting, words: z.infer<typeof changedPost>, restores: number | null = null) {
  const before = await askToEdit(ctx, words.key);
  askForAddress(words.about ?? "");
  const publishes = words.publish && !before.publishedAt;
  const titled = words.publish || before.publishedAt !== null || before.plannedFor !== null;
  await askForRoom(ctx, { ...words, publish: titled });
  if (publishes) await countPublishing(ctx);
  if (before.publishedAt && isRewritten(words, before)) await countEditing(ctx);
  const rendered = await renderWords(words.source, before.format);

  return atomically(ctx, async (ctx) => {
    const post = await askToEdit(ctx, words.key, { lock: true });
    const at = ctx.now();
    const rewrites = post.publishedAt !== null && isRewritten(words, post);
    if (rewrites) await keepFirstVersion(ctx, post);
    const row = {
      source: words.source,
      audience: words.audience,
      comments: words.comments,
      ...(await closingOf(ctx, post, words.closeDays)),
      ...(words.about !== undefined && { articleId: await articleFor(ctx, words.about) }),
      publishedAt: post.publishedAt ?? (words.publish ? at : null),
      plannedFor: words.publish ? null : post.plannedFor,
      editedAt: rewrites ? at : post.editedAt,
      ...columnsOf(words.title, rendered),
    };
    await ctx.db.update(posts).set(row).where(eq(posts.id, post.id));
    const tagIds = await setTags(ctx.db, post.id, words.tags);
    if (rewrites) await keepVersion(ctx, post, restores);
    const facts = { postId: post.id, authorId: post.authorId };
    const wasPublic = can(null, "read", post).ok ? { tagIds } : null;
    if (!post.publishedAt && row.publishedAt) await tell(ctx, { type: "post.published", ...facts });
    else if (post.publishedAt) await tell(ctx, { type: "post.changed", ...facts, wasPublic });
    return kept({ id: post.id, key: post.key, slug: row.slug, publishedAt: row.publishedAt });
  });
}

/** Other days hold at once: a thread that was closed for its age opens again, one that is older now closes. */
async function closingOf(ctx: Acting, post: Omit<Post, "html">, days: number | null | undefined) {
  if (days === undefined) return {};
  const commentsCloseDays = days;
  return {
    commentsCloseDays,
    commentsClosedAt: closedSince({ ...post, commentsCloseDays }, await settingsOf(ctx), ctx.now()),
  };
}

type Said = { title: string; source: string };
const isRewritten = (now: Said, before: Said) => now.source !== before.source || now.title !== before.title;

async function askToEdit(ctx: Acting, key: string, how?: { lock: boolean }) {
  const post = await findPost(ctx, key, how);
  const answer = can(ctx.viewer, "edit", post);
  return answer.ok ? post : fail(answer.because);
}
