import { and, eq, isNull, sum } from "drizzle-orm";
import { newKey } from "#/db/ids";
import { pictures } from "#/db/schema/pictures";
import { type Made, makePicture, PictureRefused } from "#/server/platform/pictures";
import { pictureStore } from "#/server/platform/storage";
import { pictureAddress } from "#/server/platform/text";
import type { Acting } from "../../context";
import { useUp } from "../../limits";
import { settingsOf } from "../../settings/queries";
import type { Settings } from "../../settings/schema";
import { fail } from "../errors";
import { fileOf } from "../names";
import { mayAdd } from "../policy";

const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / 100_000) / 10);

/** Refuses, before any of it is read, what there is no room for. */
export async function askToAdd(ctx: Acting): Promise<Settings> {
  const set = await settingsOf(ctx);
  const may = mayAdd(ctx.viewer, { on: set["pictures.on"] });
  if (!may.ok) return fail(may.because);
  const [kept] = await ctx.db
    .select({ bytes: sum(pictures.bytes).mapWith(Number) })
    .from(pictures)
    .where(and(eq(pictures.memberId, ctx.viewer.id), isNull(pictures.erasedAt)));
  if ((kept?.bytes ?? 0) >= set["pictures.room"])
    return fail("pictures-no-room", { most: megabytes(set["pictures.room"]) });
  return set;
}

/**
 * Keeps a picture made anew from what was sent. Until it stands in a post or comment only who brought it sees it.
 * @param bytes what was sent, whatever it was called
 */
export async function addPicture(ctx: Acting, bytes: Uint8Array) {
  const set = await askToAdd(ctx);
  if (bytes.length === 0) return fail("picture-empty");
  if (bytes.length > set["pictures.bytes"]) return fail("picture-too-big", { most: megabytes(set["pictures.bytes"]) });
  const wait = await useUp(ctx, { name: "pictures.day", most: set["pictures.day"], seconds: 86_400 }, ctx.viewer.id);
  if (wait > 0) return fail("pictures-too-fast", { most: set["pictures.day"], hours: Math.ceil(wait / 3600) });
  return keep(ctx, await made(bytes, set["pictures.pixels"]));
}

/** The row first: files without one would be found by nobody. A row without files is unused, and goes after a day. */
async function keep({ db, viewer, now }: Acting, { width, height, forms }: Made) {
  const key = newKey() + newKey();
  const row = {
    key,
    memberId: viewer.id,
    width,
    height,
    moving: forms.some(({ width }) => width === "play"),
    widths: forms.flatMap(({ width }) => (width === "play" ? [] : [width])),
    bytes: forms.reduce((all, { bytes }) => all + bytes.length, 0),
    madeAt: now(),
    unusedSince: now(),
  };
  await db.insert(pictures).values(row);
  const store = pictureStore();
  for (const { width, bytes } of forms) await store.put(fileOf(key, width), bytes);
  return { key, address: pictureAddress(row), width, height, moving: row.moving };
}

const reasons = {
  "not-a-picture": "not-a-picture",
  broken: "picture-broken",
  "too-many-pixels": "picture-too-many-pixels",
  "too-busy": "pictures-busy",
} as const;

async function made(bytes: Uint8Array, pixels: number): Promise<Made> {
  try {
    return await makePicture(bytes, pixels);
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error;
    const millions = (count: number) => Math.max(1, Math.round(count / 1_000_000));
    return fail(reasons[error.because], { has: millions(error.pixels ?? 0), most: millions(pixels) });
  }
}
