import { and, eq, gt, lte, sql } from "drizzle-orm";
import { guests, guestWords } from "#/db/schema/comments";
import { measure, renderWords } from "../../comments/words";
import { atomically, type Reading } from "../../context";
import { hashOf } from "../../identities/token";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { type Also, keepAsGuest } from "../keep";
import { waitingFor } from "../queries/letter";
import { proofOf } from "../proof";

/**
 * Believes that an address is theirs who bring the link that was sent there, and puts their words in their place; gives
 * their browser what proves it next time. Where the thread was closed meanwhile the words stay until the link runs out.
 * @param also what becomes true with the comment, in the same transaction
 */
export async function confirmAsGuest(ctx: Reading, { token }: { token: string }, also?: Also) {
  const set = await settingsOf(ctx);
  if (!set["guests.on"]) return fail("no-guests");
  const waiting = (await waitingFor(ctx, token)) ?? fail("guest-link-gone");
  measure(waiting.words.source, set["comment.characters"]);
  const rendered = await renderWords(waiting.words.source, "markdown");
  return atomically(ctx, async (ctx) => {
    const { words, postKey, parentKey } = waiting;
    const used = await ctx.db
      .delete(guestWords)
      .where(and(eq(guestWords.tokenHash, hashOf(token)), gt(guestWords.expiresAt, ctx.now())))
      .returning({ id: guestWords.id });
    if (used.length === 0) return fail("guest-link-gone");
    const guest = await guestOf(ctx, words.mail);
    const said = {
      postKey,
      parentKey: parentKey ?? undefined,
      name: words.name,
      site: words.site,
      source: words.source,
    };
    const kept = await keepAsGuest(ctx, guest, said, { rendered, set, also });
    return { ...kept, postKey, proof: proofOf(guest.id) };
  });
}

async function guestOf({ db, now }: Reading, mail: string) {
  await db.insert(guests).values({ mail, provenAt: now() }).onConflictDoNothing();
  const same = eq(sql`lower(${guests.mail})`, mail);
  const [guest] = await db.update(guests).set({ provenAt: now() }).where(same).returning();
  return guest ?? fail("guest-link-gone");
}

/** Forgets what nobody confirmed in time. For the scheduler. */
export async function forgetGuestWords({ db, now }: Pick<Reading, "db" | "now">): Promise<void> {
  await db.delete(guestWords).where(lte(guestWords.expiresAt, now()));
}
