import type { z } from "zod";
import type { Tag } from "#/db/schema/posts";
import { slugOf } from "#/server/platform/text";
import { type Acting, atomically } from "../../context";
import { mergeTags, renameTag, tagAt, undoTagChange } from "../../posts/commands/tag-changes";
import { fail } from "../../posts/errors";
import { allTags } from "../../posts/queries";
import { logAct } from "../act";
import type { tagChange, tagMerge, tagRename } from "../input";

/** Gives a tag another name; its old address leads to the new one. */
export const rename = (ctx: Acting, { slug, name }: z.infer<typeof tagRename>) =>
  atomically(ctx, async (ctx) => {
    const tag = await tended(ctx, slug);
    const done = await renameTag(ctx, tag, name);
    await logAct(ctx, { act: "rename-tag", reason: `${tag.name} → ${done.name}` });
    return done;
  });

/** Makes a tag one with another, which stays. The record of what moved is the way back. */
export const merge = (ctx: Acting, { slug, into }: z.infer<typeof tagMerge>) =>
  atomically(ctx, async (ctx) => {
    // In the order of their names, so that two who merge the same two never wait for each other.
    const found = new Map<string, Tag>();
    for (const one of [slug, slugOf(into)].sort()) found.set(one, await tended(ctx, one));
    const [from, to] = [found.get(slug), found.get(slugOf(into))];
    if (!from || !to) return fail("no-such-tag");
    const done = await mergeTags(ctx, from, to);
    await logAct(ctx, { act: "merge-tags", reason: `${from.name} → ${to.name}` });
    return done;
  });

/** Takes a renaming or a merging back. */
export const undo = (ctx: Acting, { id }: z.infer<typeof tagChange>) =>
  atomically(ctx, async (ctx) => {
    const done = await undoTagChange(ctx, id);
    await logAct(ctx, { act: "undo-tags", reason: done.name });
    return done;
  });

/** A tag that this moderator may see: one of nobody's draft, for example, does not exist for them. */
async function tended(ctx: Acting, slug: string): Promise<Tag> {
  const isSeen = (await allTags(ctx)).some((tag) => tag.slug === slug);
  return (isSeen ? await tagAt(ctx, slug) : null) ?? fail("no-such-tag");
}
