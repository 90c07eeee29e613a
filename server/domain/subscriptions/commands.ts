import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { type Level, subscriptions, wishes } from "#/db/schema/subscriptions";
import { type Acting, atomically, type Reading } from "../context";
import { fail } from "./errors";
import { findThread } from "./find";
import type { choice, wishes as wishesInput } from "./input";
import { letterOf } from "./letter-link";

const ofThread = (memberId: string, postId: string) =>
  and(eq(subscriptions.memberId, memberId), eq(subscriptions.postId, postId));

/** Chooses what to be told of a thread or a branch; `standard` forgets the choice. */
export const subscribe = (ctx: Acting, { level, ...where }: z.infer<typeof choice>): Promise<{ href: string }> =>
  atomically(ctx, async (ctx) => {
    const { postId, commentId, href } = await findThread(ctx, where);
    const memberId = ctx.viewer.id;
    const here = commentId ? eq(subscriptions.commentId, commentId) : isNull(subscriptions.commentId);
    await ctx.db.delete(subscriptions).where(and(ofThread(memberId, postId), here));
    if (level !== "standard") await keep(ctx, { memberId, postId, commentId, level });
    return { href };
  });

type Choice = { memberId: string; postId: string; commentId: string | null; level: Level };

const keep = async ({ db, now }: Reading, row: Choice) => {
  await db
    .insert(subscriptions)
    .values({ ...row, changedAt: now() })
    .onConflictDoNothing();
};

/** What holds for threads one chooses nothing for, and whether letters come. */
export async function setWishes({ db, viewer }: Acting, row: z.infer<typeof wishesInput>): Promise<void> {
  await db
    .insert(wishes)
    .values({ memberId: viewer.id, ...row })
    .onConflictDoUpdate({ target: wishes.memberId, set: row });
}

/** Ends what a letter told of, for whoever has the letter: the thread and every branch of it. */
export const endByLetter = (ctx: Reading, { token }: { token: string }): Promise<void> =>
  atomically(ctx, async (ctx) => {
    const { memberId, postId } = letterOf(token) ?? fail("no-such-letter");
    await ctx.db
      .update(subscriptions)
      .set({ before: subscriptions.level, level: "off", changedAt: ctx.now() })
      .where(and(ofThread(memberId, postId), ne(subscriptions.level, "off")));
    await keepIfThere(ctx, { memberId, postId, commentId: null, level: "off" });
  });

/** A letter may outlive its member or its post: then there is nothing left to end. */
async function keepIfThere(ctx: Reading, row: Choice) {
  try {
    await ctx.db.transaction((db) => keep({ ...ctx, db }, row));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const isGone = cause instanceof Error && "code" in cause && cause.code === "23503";
    if (!isGone) throw error;
    fail("no-such-letter");
  }
}

/** Takes that back: what was chosen before holds again. */
export const resumeByLetter = (ctx: Reading, { token }: { token: string }): Promise<void> =>
  atomically(ctx, async ({ db, now }) => {
    const { memberId, postId } = letterOf(token) ?? fail("no-such-letter");
    const there = ofThread(memberId, postId);
    await db
      .delete(subscriptions)
      .where(and(there, isNull(subscriptions.commentId), isNull(subscriptions.before), eq(subscriptions.level, "off")));
    const restored = await db
      .select({ id: subscriptions.id, before: subscriptions.before })
      .from(subscriptions)
      .where(and(there, isNotNull(subscriptions.before)));
    for (const { id, before } of restored)
      if (before)
        await db
          .update(subscriptions)
          .set({ level: before, before: null, changedAt: now() })
          .where(eq(subscriptions.id, id));
  });
