import type { WxrLimits } from "./limits";
import { readWxr } from "./read";
import type { WxrItem, WxrThing } from "./things";

const namespaces = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:wp="http://wordpress.org/export/1.2/"',
].join(" ");

/** For tests: a small export around these elements of the channel, on one line. */
export const wxr = (inside: string, declaration = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${declaration}<rss version="2.0" ${namespaces}><channel><title>Porch</title>${inside}</channel></rss>`;

/** For tests: these bytes in pieces of this size. */
export async function* cut(bytes: Uint8Array | string, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const whole = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

/** For tests: everything a file gives. */
export async function thingsOf(bytes: Uint8Array | string, size?: number, limits?: WxrLimits): Promise<WxrThing[]> {
  const things: WxrThing[] = [];
  for await (const thing of readWxr(cut(bytes, size), limits)) things.push(thing);
  return things;
}

/** For tests: the items of a file, and what was repaired. */
export async function itemsOf(bytes: Uint8Array | string): Promise<{ items: WxrItem[]; repaired: string[] }> {
  const things = await thingsOf(bytes);
  const end = things.at(-1);
  return { items: things.filter((thing) => thing.type === "item"), repaired: end?.type === "end" ? end.repaired : [] };
}
