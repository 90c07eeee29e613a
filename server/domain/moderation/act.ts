import { type Act, moderationLog } from "#/db/schema/moderation";
import type { Reading } from "../context";

type NewAct = Pick<Act, "act"> & Partial<Pick<Act, "postId" | "commentId" | "memberId" | "rule" | "reason" | "byId">>;

/**
 * Writes one act into the log, in the transaction of the act itself. There is no way to change or remove one: the
 * table refuses it as well. By whoever acts, or by `byId` where a job does what somebody asked for; by nobody when an
 * operator does it from the shell.
 */
export async function logAct({ db, viewer, now }: Reading, act: NewAct): Promise<void> {
  await db.insert(moderationLog).values({ byId: viewer?.id ?? null, ...act, at: now() });
}
