import { atomically, type Reading } from "../../context";
import { setSetting } from "../../settings/commands";
import { settingsOf } from "../../settings/queries";
import { isKey, readValue } from "../../settings/schema";
import { logAct } from "../act";

/** Sets one setting of the site. */
export const changeSetting = (ctx: Reading, it: { key: string; value: unknown }) =>
  atomically(ctx, async (ctx) => {
    const kept = await setSetting(ctx, it);
    await logAct(ctx, { act: "change-setting", reason: `${kept.key}: ${JSON.stringify(kept.value)}`.slice(0, 1000) });
    return kept;
  });

/**
 * Sets several settings of the site, all of them or none; what stays as it is leaves no line in the log.
 * @returns the keys that changed
 */
export const changeSettings = (ctx: Reading, typed: Readonly<Record<string, string>>) =>
  atomically(ctx, async (ctx) => {
    const now: Partial<Record<string, unknown>> = await settingsOf(ctx);
    const changed: string[] = [];
    for (const [key, value] of Object.entries(typed)) {
      const read = isKey(key) ? readValue(key, value) : null;
      if (read?.success && read.data === now[key]) continue;
      await changeSetting(ctx, { key, value });
      changed.push(key);
    }
    return changed;
  });
