import type { z } from "zod";
import type { Acting } from "../../context";
import { useUp } from "../../limits";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import type { previewed } from "../input";
import { measure, renderWords } from "../words";

/** How words would look, made by the one renderer. Nothing is kept but that somebody asked. */
export async function previewWords(ctx: Acting, { source, room }: z.infer<typeof previewed>) {
  const set = await settingsOf(ctx);
  measure(source, set["post.characters"]);
  const wait = await useUp(ctx, { name: "previews.minute", most: set["previews.minute"], seconds: 60 }, ctx.viewer.id);
  if (wait > 0) fail("previewing-too-fast", { seconds: wait });
  return { html: (await renderWords(source, "markdown", { headingsFrom: room === "post" ? 2 : 3 })).html };
}
