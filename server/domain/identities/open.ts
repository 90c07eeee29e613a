import type { Reading } from "../context";
import { ownersHere } from "../members/queries";
import type { Settings } from "../settings/schema";

/** Whether somebody new may join: the site takes members, and has an owner who answers for it. */
export const takesMembers = async (ctx: Reading, settings: Settings): Promise<boolean> =>
  settings["join.open"] && (await ownersHere(ctx)) > 0;
