import { z } from "zod";
import { failing } from "./errors";

/** Where a list goes on: behind the thing with this instant and id. */
export type Cursor = { at: Date; id: string };

/** From the year 1 to the year 9999: what is further away PostgreSQL reads differently, or not at all. */
const instant = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);

const content = z.tuple([instant, z.uuid()]);

/** The reasons every list shares. */
export const reasons = { "broken-cursor": "invalid" } as const;
const fail: (because: keyof typeof reasons) => never = failing(reasons);

/** What a list takes: where to go on (as the list itself said it) and how many things to give, 1 to 100. */
export const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(20),
});

/** Writes a cursor as text for an address. */
export const encodeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(JSON.stringify([at.getTime(), id])).toString("base64url");

/** Reads a cursor back; anything but one of ours is refused. */
export function decodeCursor(text: string): Cursor {
  try {
    const [at, id] = content.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    return fail("broken-cursor");
  }
}

/**
 * Cuts a list that was asked for one thing too many to its limit, and says where it goes on.
 * @param cursorOf the place of a thing in the list's order
 */
export function paged<Thing>(things: Thing[], limit: number, cursorOf: (thing: Thing) => Cursor) {
  const items = things.slice(0, limit);
  const last = items.at(-1);
  return { items, next: things.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
