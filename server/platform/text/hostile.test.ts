import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { problemsIn } from "#/server/testing/body";
import { lines, shared } from "#/server/testing/shared";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { renderHtml, renderMarkdown, TextTooComplex } from "./index";
import { unescaped } from "./markup";
import { sanitise } from "./sanitise";

const hostile = z.object({ id: z.string(), payload: z.string(), enc: z.string().optional() });
const payloads = (file: string) => lines(`data/hostile/${file}.jsonl`, (line) => hostile.parse(line));
const doors = { markdown: renderMarkdown, html: renderHtml };

/** Thousands of texts, one after another, also on a machine that is busy with something else. */
vi.setConfig({ testTimeout: 120_000 });

beforeAll(bundleTextWorker);

/** Through both doors: what is left is on the list, and a second look finds nothing more to take. */
async function stays(source: string, id: string) {
  for (const [door, render] of Object.entries(doors)) {
    const { html, plain } = await render(source);
    expect(problemsIn(html), `${id} through ${door}: ${html}`).toEqual([]);
    expect(sanitise(html), `${id} through ${door}, again`).toBe(html);
    expect(plain.length).toBeLessThanOrEqual(4000);
  }
}

describe("an attack", () => {
  test.for(["xss-html", "xss-dompurify", "xss-markdown", "sqli", "open-redirects"])(
    "of %s is dead text",
    async (file) => {
      const all = payloads(file);
      expect(all.length).toBeGreaterThan(50);
      for (const { id, payload } of all) await stays(payload, id);
    },
  );

  test("in a feed's body is dead text, escaped or not", async () => {
    const feeds = payloads("feeds").filter(({ enc }) => enc !== "base64");
    expect(feeds.length).toBeGreaterThan(300);
    for (const { id, payload } of feeds) {
      await stays(payload, id);
      await stays(payload.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"), id);
    }
  });

  test("made of any markup at all is dead text", async () => {
    const names = fc.constantFrom(
      "a",
      "b",
      "p",
      "li",
      "td",
      "svg",
      "math",
      "style",
      "script",
      "iframe",
      "img",
      "xmp",
      "noscript",
    );
    const attributes = fc.constantFrom(
      "",
      ' href="javascript:x"',
      " onerror=x",
      ' src="//x"',
      " style=x",
      ' class="mention"',
      ' id="x',
    );
    const tag = fc.tuple(
      fc.constantFrom("<", "</", "<!--", "<!"),
      names,
      attributes,
      fc.constantFrom(">", "/>", "", "-->"),
    );
    const text = fc.constantFrom(
      "a",
      "\n\n",
      "[caption]",
      "[code]",
      "http://x.example",
      "&lt;",
      "&",
      '"',
      "@candy",
      "**",
      "> ",
      "`",
    );
    const body = fc.array(
      fc.oneof(
        tag.map((parts) => parts.join("")),
        text,
        fc.string(),
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(body, async (pieces) => stays(pieces.join(""), "made up")),
      { numRuns: 500 },
    );
  });
});

describe("a text", () => {
  test("of the CommonMark specification is rendered and safe", async () => {
    const examples = z
      .array(z.object({ example: z.int(), markdown: z.string(), html: z.string() }))
      .parse(JSON.parse(readFileSync(shared("data/hostile/commonmark-spec.json"), "utf8")));
    expect(examples.length).toBeGreaterThan(600);
    for (const { example, markdown, html } of examples) {
      await stays(markdown, `example ${example}`);
      await stays(html, `example ${example}'s HTML`);
    }
  });

  test("of odd characters keeps every letter and every digit", async () => {
    const letters = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join("");
    const lacking = (shown: string, meant: string) => Array.from(meant).filter((sign) => !shown.includes(sign));
    for (const { id, payload } of payloads("naughty-strings")) {
      await stays(payload, id);
      const { html } = await renderMarkdown(payload);
      const hidden = Array.from(html.matchAll(/ href="([^"]*)"/g), ([, address = ""]) => decodeURI(address)).join("");
      const shown = unescaped(html.replace(/<[^>]*>/g, "") + hidden);
      const meant = payload.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) =>
        String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
      );
      expect(lacking(letters(shown), letters(meant)), `${id}: ${html}`).toEqual([]);
    }
  });

  test("that is nested without end is cut to 60 elements and keeps its words", async () => {
    for (const source of ["<b>".repeat(30_000), "<div><ul><li>".repeat(9000), "<blockquote>".repeat(8000)]) {
      const { html, plain } = await renderHtml(`${source}the words`);
      expect(problemsIn(html)).toEqual([]);
      expect(plain).toBe("the words");
    }
    const { html } = await renderMarkdown(`${"> ".repeat(25_000)}the words`);
    expect(problemsIn(html)).toEqual([]);
    expect(html).toContain("the words");
  });
});

describe("a Markdown bomb", () => {
  const file = z.object({
    cases: z.array(z.object({ name: z.string(), parts: z.array(z.tuple([z.string(), z.int()])) })),
  });
  const { cases } = file.parse(JSON.parse(readFileSync(shared("data/hostile/markdown-pathological.json"), "utf8")));

  test.for(cases)("called $name is rendered at 10,000 and at 50,000 characters", async ({ parts }) => {
    const whole = parts.map(([text, times]) => text.repeat(times)).join("");
    for (const length of [10_000, 50_000]) {
      const source = whole.slice(0, length);
      const { html } = await renderMarkdown(source);
      expect(html.length).toBeLessThanOrEqual(Math.max(4000, 20 * source.length));
      expect(problemsIn(html)).toEqual([]);
    }
  });

  const wide = `|${"a|".repeat(20_000)}\n|${"-|".repeat(20_000)}\n${"|a\n".repeat(8000)}`.slice(0, 100_000);
  test.for([
    ["a very wide table", wide],
    ["10,000 list items", "- item\n".repeat(10_000)],
    ["a link of 10 KB named 3,000 times", `[a]: http://x.example/${"a".repeat(10_000)}\n\n${"[a] ".repeat(3000)}`],
    ["a million stars", "*a **a ".repeat(140_000)],
  ] as const)("that is %s is rendered or refused, and the next text is not kept waiting", async ([, source]) => {
    const outcome = await renderMarkdown(source).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(TextTooComplex);
    expect(await renderMarkdown("*Hello*")).toMatchObject({ html: "<p><em>Hello</em></p>", plain: "Hello" });
  });
});
