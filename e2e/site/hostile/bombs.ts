import { readFileSync } from "node:fs";
import { z } from "zod";
import { shared } from "#/server/testing/shared";

const file = z.object({
  cases: z.array(z.object({ name: z.string(), parts: z.array(z.tuple([z.string(), z.number()])) })),
});

/** Texts that make a careless reader of Markdown work for ever, cut to so many characters. */
export function bombs(most: number): { name: string; source: string }[] {
  const { cases } = file.parse(JSON.parse(readFileSync(shared("data/hostile/markdown-pathological.json"), "utf8")));
  return cases.map(({ name, parts }) => ({
    name,
    source: parts
      .map(([text, times]) => text.repeat(times))
      .join("")
      .slice(0, most),
  }));
}
