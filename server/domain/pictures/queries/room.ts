import type { Reading } from "../../context";
import { settingsOf } from "../../settings/queries";
import { mayAdd } from "../policy";

/** Whether this viewer may bring pictures, and how large one may be: to say so before it is sent. */
export async function roomForPictures(ctx: Reading) {
  const set = await settingsOf(ctx);
  return {
    can: { add: mayAdd(ctx.viewer, { on: set["pictures.on"] }).ok },
    bytes: set["pictures.bytes"],
    pixels: set["pictures.pixels"],
    day: set["pictures.day"],
  };
}
