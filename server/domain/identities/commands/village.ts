import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { ownerLink } from "../first-owner";
import { clearVillage } from "../village";

/**
 * Takes the village away, for good: it can come back only to an empty site.
 * @returns the way in for the first owner, where the only owner went with it; else null
 */
export const removeVillage = (ctx: Acting): Promise<{ ownerPath: string | null }> =>
  atomically(ctx, async (ctx) => {
    await clearVillage(ctx);
    await tell({ ...ctx, viewer: null }, { type: "site.changed" });
    return { ownerPath: await ownerLink(ctx) };
  });
