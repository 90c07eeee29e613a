import { eq } from "drizzle-orm";
import { bannedHosts } from "#/db/schema/sites";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";

/** Shows nothing of a host, or of those below it, to anybody from now on, and asks it no more. Comments stay. */
export const banHost = (ctx: Acting, { host }: { host: string }) =>
  atomically(ctx, async (ctx) => {
    const at = { bannedAt: ctx.now(), bannedById: ctx.viewer.id };
    const made = await ctx.db
      .insert(bannedHosts)
      .values({ host, ...at })
      .onConflictDoNothing()
      .returning();
    if (made.length > 0) await tell(ctx, { type: "site.changed" });
    return { host, changed: made.length > 0 };
  });

/** Shows them again. */
export const allowHost = (ctx: Acting, { host }: { host: string }) =>
  atomically(ctx, async (ctx) => {
    const gone = await ctx.db.delete(bannedHosts).where(eq(bannedHosts.host, host)).returning();
    if (gone.length === 0) return fail("no-such-host");
    await tell(ctx, { type: "site.changed" });
    return { host };
  });
