import { z } from "zod";
import { lines } from "#/server/testing/shared";

const entry = z.object({ id: z.string(), payload: z.string() });
export type Entry = z.infer<typeof entry>;

const read = (file: string): Entry[] => lines(`data/hostile/${file}.jsonl`, (line) => entry.parse(line));

/** Every attempt to make a reader's browser run something. */
export const attacks = (): Entry[] => ["xss-html", "xss-dompurify", "xss-markdown"].flatMap(read);

/** Strings that are only difficult: other scripts, directions, controls, words that mean something to some machine. */
export const naughty = (): Entry[] => read("naughty-strings");

export const redirects = (): string[] => read("open-redirects").map(({ payload }) => payload);

export const lies = () =>
  lines("data/hostile/headers.jsonl", (line) => z.object({ header: z.string(), value: z.string() }).parse(line));

export const inputs = () =>
  lines("data/hostile/api-inputs.jsonl", (line) => z.object({ label: z.string(), payload: z.string() }).parse(line));

/** Those whose text fits in so many characters. */
export const within = (most: number, entries: readonly Entry[]): Entry[] =>
  entries.filter(({ payload }) => [...payload].length <= most && payload.trim().length > 1);

/** So many of them, spread evenly over the whole. */
export const spread = <Thing>(many: number, things: readonly Thing[]): Thing[] =>
  Array.from(
    { length: Math.min(many, things.length) },
    (_, i) => things[Math.floor((i * things.length) / many)],
  ).filter((thing) => thing !== undefined);

/** Payloads one after another, as many as fit into each text of so many characters. */
export function packed(most: number, entries: readonly Entry[]): string[] {
  const texts: string[] = [];
  let text = "";
  for (const { payload } of entries) {
    if (text && text.length + payload.length + 2 > most) {
      texts.push(text);
      text = "";
    }
    text = (text ? `${text}\n\n${payload}` : payload).slice(0, most);
  }
  return text ? [...texts, text] : texts;
}
