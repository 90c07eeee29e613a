import { eq } from "drizzle-orm";
import type { z } from "zod";
import { posts } from "#/db/schema/posts";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import { findPost } from "../find";
import type { changedPost } from "../input";
import { can } from "../policy";
import { columnsOf, renderWords } from "../words";
import { articleFor, askForAddress } from "./about";
import { setTags } from "./tags";
import { askForRoom, countPublishing, kept } from "./write";

/** Changes a post's words and who may read and answer them; publishes a draft when asked to. */
export async function editPost(ctx: Acting, words: z.infer<typeof changedPost>) {
  const before = await askToEdit(ctx, words.key);
  askForAddress(words.about ?? "");
  const publishes = words.publish && !before.publishedAt;
  const titled = words.publish || before.publishedAt !== null || before.plannedFor !== null;
  await askForRoom(ctx, { ...words, publish: titled });
  if (publishes) await countPublishing(ctx);
  const rendered = await renderWords(words.source, before.format);

  return atomically(ctx, async (ctx) => {
    const post = await askToEdit(ctx, words.key, { lock: true });
    const at = ctx.now();
    const rewritten = words.source !== post.source || words.title !== post.title;
    const row = {
      source: words.source,
      audience: words.audience,
      comments: words.comments,
      ...(words.about !== undefined && { articleId: await articleFor(ctx, words.about) }),
      publishedAt: post.publishedAt ?? (words.publish ? at : null),
      plannedFor: words.publish ? null : post.plannedFor,
      editedAt: post.publishedAt && rewritten ? at : post.editedAt,
      ...columnsOf(words.title, rendered),
    };
    await ctx.db.update(posts).set(row).where(eq(posts.id, post.id));
    await setTags(ctx.db, post.id, words.tags);
    const facts = { postId: post.id, authorId: post.authorId };
    if (!post.publishedAt && row.publishedAt) await tell(ctx, { type: "post.published", ...facts });
    else if (post.publishedAt) await tell(ctx, { type: "post.changed", ...facts });
    return kept({ id: post.id, key: post.key, slug: row.slug, publishedAt: row.publishedAt });
  });
}

async function askToEdit(ctx: Acting, key: string, how?: { lock: boolean }) {
  const post = await findPost(ctx, key, how);
  const answer = can(ctx.viewer, "edit", post);
  return answer.ok ? post : fail(answer.because);
}
