import { atomically, type Reading } from "../../context";
import { setSetting } from "../../settings/commands";
import { logAct } from "../act";

/** Sets one setting of the site. */
export const changeSetting = (ctx: Reading, it: { key: string; value: unknown }) =>
  atomically(ctx, async (ctx) => {
    const kept = await setSetting(ctx, it);
    await logAct(ctx, { act: "change-setting", reason: `${kept.key}: ${JSON.stringify(kept.value)}`.slice(0, 1000) });
    return kept;
  });
