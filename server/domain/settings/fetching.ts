import type { Acting } from "../context";
import { useUp } from "../limits";
import { settingsOf } from "./queries";

/**
 * Counts one address that is asked on a member's behalf, before the guarded fetch asks it. All who fetch for members
 * share the count, so that nobody can send this site against another.
 * @returns the seconds to wait, or 0 when it may be asked now
 */
export async function useUpFetch(ctx: Acting): Promise<number> {
  const { "fetches.hour": most } = await settingsOf(ctx);
  return useUp(ctx, { name: "fetches.hour", most, seconds: 3600 }, ctx.viewer.id);
}
