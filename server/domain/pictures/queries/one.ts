import { and, eq } from "drizzle-orm";
import { pictures } from "#/db/schema/pictures";
import { pictureStore } from "#/server/platform/storage";
import { pictureAddress, pictureAt } from "#/server/platform/text";
import type { Reading } from "../../context";
import { fail } from "../errors";
import { fileOf, formFor } from "../names";
import { visibleTo } from "../policy";

/**
 * A picture's bytes, for whoever may see it. An address with another size than the picture has is none of ours: a page
 * would leave the wrong room for it.
 * @param wish see `formFor`
 */
export async function pictureByName({ db, viewer }: Reading, name: string, wish: number | "play" | null) {
  const asked = pictureAt(`/pictures/${name}`);
  if (!asked) return fail("no-such-picture");
  const [picture] = await db
    .select()
    .from(pictures)
    .where(and(eq(pictures.key, asked.key), visibleTo(viewer, asked.key)));
  if (!picture || pictureAddress(picture) !== pictureAddress(asked)) return fail("no-such-picture");
  const file = fileOf(picture.key, formFor(picture, wish));
  const bytes = await pictureStore().get(file);
  return bytes ? { bytes, file, type: "image/webp" } : fail("no-such-picture");
}
