import { settings } from "#/db/schema/site";
import { raise } from "#/server/platform/stale";
import { atomically, type Reading } from "../context";
import { tell } from "../events";
import { fail } from "./errors";
import { isKey, readValue } from "./schema";

/**
 * Sets one setting for the whole site. Who may is decided by whoever calls: the owner's page or the operator's shell.
 * @param value as it should be kept, or as text; refused with what it should have been when it does not fit
 */
export async function setSetting(ctx: Reading, { key, value }: { key: string; value: unknown }) {
  const kept = await atomically(ctx, async (ctx) => {
    if (!isKey(key)) return fail("no-such-setting", { key });
    const read = readValue(key, value);
    if (!read.success)
      return fail("not-a-value", { key, problem: read.error.issues.map(({ message }) => message).join("; ") });

    const row = { value: read.data, changedAt: ctx.now(), changedById: ctx.viewer?.id ?? null };
    await ctx.db
      .insert(settings)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: settings.key, set: row });
    await tell(ctx, { type: "site.changed" });
    return { key, value: read.data };
  });
  // Who set it sees it at once, also where no news are heard.
  raise(["site"]);
  return kept;
}
