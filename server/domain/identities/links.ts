import { and, eq, gt } from "drizzle-orm";
import { oneTimeLinks } from "#/db/schema/identities";
import type { Reading } from "../context";
import { fail } from "./errors";
import { hashOf, newToken } from "./token";

type Purpose = (typeof oneTimeLinks.$inferSelect)["purpose"];

/** How long each kind of link may be used, in minutes. */
export const minutes = { enter: 15, prove: 24 * 60, owner: 24 * 60 } as const satisfies Record<Purpose, number>;

/**
 * Makes a link that works once. An older one for the same thing stops working; but of links into the site all do until
 * one is used, or whoever knows an address could make the letters to it useless.
 */
export async function makeLink(
  { db, now }: Reading,
  { purpose, subject, memberId = null }: { purpose: Purpose; subject: string; memberId?: string | null },
): Promise<string> {
  const at = now();
  const token = newToken();
  const expiresAt = new Date(at.getTime() + minutes[purpose] * 60_000);
  if (purpose !== "enter") await voidLinks({ db }, purpose, subject);
  await db.insert(oneTimeLinks).values({ purpose, subject, memberId, tokenHash: hashOf(token), madeAt: at, expiresAt });
  return token;
}

/** Makes the links of one purpose to one address useless. */
export async function voidLinks({ db }: Pick<Reading, "db">, purpose: Purpose, subject: string): Promise<void> {
  await db.delete(oneTimeLinks).where(and(eq(oneTimeLinks.purpose, purpose), eq(oneTimeLinks.subject, subject)));
}

const alive = ({ now }: Reading, purpose: Purpose, token: string) =>
  and(eq(oneTimeLinks.tokenHash, hashOf(token)), eq(oneTimeLinks.purpose, purpose), gt(oneTimeLinks.expiresAt, now()));

/** A link that can still be used, without using it; null when it was used, replaced, has run out or never was. */
export async function linkOf(ctx: Reading, purpose: Purpose, token: string) {
  const [link] = await ctx.db
    .select()
    .from(oneTimeLinks)
    .where(alive(ctx, purpose, token));
  return link ?? null;
}

/** Uses a link up: of two who bring it, one gets it. */
export async function useLink(ctx: Reading, purpose: Purpose, token: string) {
  const [link] = await ctx.db
    .delete(oneTimeLinks)
    .where(alive(ctx, purpose, token))
    .returning();
  if (!link) return fail("link-gone");
  await voidLinks(ctx, purpose, link.subject);
  return link;
}
