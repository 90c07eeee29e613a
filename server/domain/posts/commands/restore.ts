import type { z } from "zod";
import type { Acting } from "../../context";
import type { versionRef } from "../input";
import { editPost } from "./edit";
import { wordsOfVersion } from "./versions";

/** Brings the words of an earlier version back, as a new one; who may read and answer stays, and so do the tags. */
export async function restoreVersion(ctx: Acting, ref: z.infer<typeof versionRef>) {
  const words = await wordsOfVersion(ctx, ref);
  return editPost(ctx, { ...words, publish: false, ready: false }, ref.nth);
}
