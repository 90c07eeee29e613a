import { eq } from "drizzle-orm";
import { feedKeys } from "#/db/schema/syndication";
import { type Acting, atomically } from "../context";
import { hashOf, newToken } from "../identities/token";
import { fail } from "./errors";

/**
 * Makes the secret of a member's private feeds, or another one: from then on the addresses with the one before lead
 * nowhere. It is told this once; we keep its hash.
 */
export async function renewFeedKey({ db, viewer, now }: Acting): Promise<{ token: string }> {
  const token = newToken();
  const row = { tokenHash: hashOf(token), madeAt: now() };
  await db
    .insert(feedKeys)
    .values({ memberId: viewer.id, ...row })
    .onConflictDoUpdate({ target: feedKeys.memberId, set: row });
  return { token };
}

/** Ends a member's private feeds. */
export const endFeedKey = (ctx: Acting): Promise<void> =>
  atomically(ctx, async ({ db, viewer }) => {
    const ended = await db.delete(feedKeys).where(eq(feedKeys.memberId, viewer.id)).returning();
    if (ended.length === 0) fail("no-feed-to-end");
  });
