import { eq } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import type { Acting } from "../context";
import { settingsOf } from "../settings/queries";
import { fail } from "./errors";
import { fieldsFor } from "./shape";

const day = 24 * 60 * 60 * 1000;

/** Whether the days to undo a deletion are over. */
export const isUndoOver = (deletedAt: Date | null, days: number, now: Date): boolean =>
  deletedAt !== null && deletedAt.getTime() + days * day <= now.getTime();

/**
 * A post with everything its rules must know, whoever may see it: ask `can` before any of it leaves.
 * @param lock holds the row until the transaction ends
 */
export async function findPost({ db, viewer, now }: Acting, key: string, { lock = false } = {}) {
  const days = (await settingsOf({ db }))["comments.undo-days"];
  const found = db
    .select({ ...fieldsFor(viewer), source: posts.source })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(eq(posts.key, key));
  const [row] = await (lock ? found.for("no key update", { of: posts }) : found);
  if (!row) return fail("no-such-post");
  const { post, ...facts } = row;
  return { ...post, ...facts, undoDays: days, undoOver: isUndoOver(post.deletedAt, days, now()) };
}
