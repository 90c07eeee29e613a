import { setImmediate } from "node:timers/promises";
import { ImageResponse } from "next/og";
import { Card, type Lines } from "./face";
import { typeface } from "./fonts";
import { size } from "./named";
import { linesOf, type Words } from "./words";

/** Cards kept as they were drawn last, at some 60 KB each; the page cache keeps them by address as well. */
const mostKept = 64;
const kept = new Map<string, Buffer>();

/** Cards that may wait to be drawn, one after another: what each costs is in docs/performance.md. */
const mostWaiting = 24;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** @returns the PNG of a card, or null when too many are asked for at once */
export async function draw(words: Words): Promise<Buffer | null> {
  const lines = linesOf(words, (await typeface()).letters);
  const key = JSON.stringify(lines);
  const known = kept.get(key);
  if (known) return known;
  if (waiting >= mostWaiting) return null;
  waiting += 1;
  const drawing = last.then(() => kept.get(key) ?? paint(lines)).finally(() => (waiting -= 1));
  last = drawing.catch(() => undefined);
  const png = await drawing;
  kept.set(key, png);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return png;
}

async function paint(lines: Lines): Promise<Buffer> {
  // The painter holds the thread while it paints: between two cards everybody else has their turn.
  await setImmediate();
  const { faces } = await typeface();
  const answer = new ImageResponse(<Card {...lines} />, { ...size, fonts: faces });
  return Buffer.from(await answer.arrayBuffer());
}
