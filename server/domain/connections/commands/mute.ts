import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { mutes } from "#/db/schema/connections";
import type { Acting } from "../../context";
import { fail } from "../errors";
import type { aPerson, muting } from "../input";
import { find } from "../queries/people";
import { after } from "../terms";

/** Stops bringing the viewer what a member writes, for so many days or until they say otherwise. Only the viewer knows. */
export async function mute(ctx: Acting, { person, days }: z.infer<typeof muting>) {
  const { id } = await find(ctx, person);
  if (id === ctx.viewer.id) fail("that-is-you");
  const madeAt = ctx.now();
  const row = { madeAt, until: days ? after(madeAt, days) : null };
  await ctx.db
    .insert(mutes)
    .values({ memberId: ctx.viewer.id, mutedId: id, ...row })
    .onConflictDoUpdate({ target: [mutes.memberId, mutes.mutedId], set: row });
  return { muted: true, until: row.until };
}

/** Lets a member be heard again. */
export async function unmute(ctx: Acting, { person }: z.infer<typeof aPerson>) {
  const { id } = await find(ctx, person);
  await ctx.db.delete(mutes).where(and(eq(mutes.memberId, ctx.viewer.id), eq(mutes.mutedId, id)));
  return { muted: false };
}
