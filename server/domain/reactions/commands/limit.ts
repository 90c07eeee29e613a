import type { Acting } from "../../context";
import { useUp } from "../../limits";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";

/** Counts one press, whatever it says. */
export async function keepToLimit(ctx: Acting): Promise<void> {
  const most = (await settingsOf(ctx))["reactions.minute"];
  const wait = await useUp(ctx, { name: "reactions.minute", most, seconds: 60 }, ctx.viewer.id);
  if (wait > 0) fail("reacting-too-fast", { seconds: wait });
}
