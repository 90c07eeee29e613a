import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import sharp from "sharp";
import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { makePicture } from "#/server/platform/pictures";
import { lines, shared } from "#/server/testing/shared";
import { draw } from "./draw";
import { Card, colours } from "./face";
import { typeface } from "./fonts";
import { lettersIn } from "./letters";
import { size } from "./named";
import { linesOf, type Words, writable } from "./words";

afterEach(() => vi.unstubAllGlobals());

const site: Words = { title: null, author: "", site: "The Long Table", tagline: "Slowly.", host: "table.example" };
const titled = (title: string): Words => ({ ...site, title, author: "Susan Cain" });
const drawn = async (words: Words) => (await draw(words)) ?? expect.fail("there was no room to draw");

/** Every address something asked for meanwhile; none of them is answered. Bytes in the address itself are no network. */
function asksNobody() {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (address: unknown) => {
    if (!String(address).startsWith("data:")) asked.push(address);
    throw new TypeError("There is no network.");
  });
  return asked;
}

/** Titles that would send the painter to servers elsewhere, and what is left of each; null is a card without it. */
const titles: [title: string, left: string | null][] = [
  ["Three rules for chairs", "Three rules for chairs"],
  ["Łukasz, Šime and Nguyễn Thị Ánh", "Łukasz, Šime and Nguyễn Thị Ánh"],
  ["Cafe\u0301 at the Ångström", "Café at the Ångström"],
  ["Девять писем, Εννέα γράμματα", "Девять писем, Εννέα γράμματα"],
  ["A walk \u{1f9f6}\u{1f468}\u200d\u{1f469}\u200d\u{1f467} together \u2764\ufe0f", "A walk together"],
  ["1\ufe0f\u20e3 first, \u00a9 and \u2122", "1 first, \u00a9 and \u2122"],
  ["\u202eno tricks\u202c\u0007\u200b", "no tricks"],
  ["שלום עולם", null],
  ["مرحبا بالعالم", null],
  ["長い手紙について", null],
  ["A letter about 猫", null],
  ["สวัสดี", null],
  ["नमस्ते", null],
  ["\u{1d54f}", null],
  ["x\u0332", null],
  ["\u{1f9f6}", null],
  ["\ud800", null],
];

const corpus = z.object({ payload: z.string() });
const naughty = () => lines("data/hostile/naughty-strings.jsonl", (value) => corpus.parse(value).payload);

describe("the painter by itself", () => {
  test.each([
    ["\u{1f9f6}", "cdn.jsdelivr.net"],
    ["猫", "fonts.googleapis.com"],
  ])("would ask elsewhere for %s, which is why it is not given such letters", async (heading, elsewhere) => {
    const asked = asksNobody();
    const card = <Card above="" heading={heading} below="" left="" right="" />;
    const answer = new ImageResponse(card, { ...size, fonts: (await typeface()).faces });
    await answer.arrayBuffer().catch(() => null);
    expect(String(asked[0])).toContain(elsewhere);
  });
});

describe("a card", () => {
  test("is a picture of 1200 by 630, and another for other words", async () => {
    const chairs = await drawn(titled("Chairs"));
    const { width, height, format } = await sharp(chairs).metadata();
    expect([width, height, format]).toEqual([1200, 630, "png"]);
    expect(chairs.equals(await drawn(titled("Stools")))).toBe(false);
    expect(chairs.equals(await drawn({ ...titled("Chairs"), author: "Sue" }))).toBe(false);
    expect(chairs.equals(await drawn({ ...titled("Chairs"), site: "Porch" }))).toBe(false);
  });

  test.each(titles)("asks nobody elsewhere for a letter of %j", async (title, left) => {
    const asked = asksNobody();
    const card = await drawn(titled(title));
    expect(writable(title, (await typeface()).letters)).toBe(left);
    expect(card.equals(await drawn(titled(left ?? "")))).toBe(true);
    expect(asked).toEqual([]);
  });

  test("asks nobody elsewhere for any letter the typeface has", async () => {
    const asked = asksNobody();
    const all = [...(await typeface()).letters].map((letter) => String.fromCodePoint(letter));
    expect(all.length).toBeGreaterThan(1000);
    for (let nth = 0; nth < all.length; nth += 150) await drawn(titled(all.slice(nth, nth + 150).join("")));
    expect(asked).toEqual([]);
  });

  test("asks nobody elsewhere for the strangest lines there are", async () => {
    const asked = asksNobody();
    const { letters } = await typeface();
    const left = naughty().flatMap((line) => writable(line, letters)?.slice(0, 30) ?? []);
    expect(left.length).toBeGreaterThan(50);
    for (let nth = 0; nth < left.length; nth += 5) await drawn(titled(left.slice(nth, nth + 5).join(" ")));
    expect(asked).toEqual([]);
  });

  test("has the colours of the light pages", () => {
    const tokens = readFileSync(join(import.meta.dirname, "../../components/ui/styles/tokens.css"), "utf8");
    for (const [name, colour] of Object.entries(colours)) {
      const light = new RegExp(`--color-${name}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(tokens);
      expect(inHex((light ?? []).slice(1).map(Number)), name).toBe(colour);
    }
  });

  test("has room for any title, and nothing runs over its edges or into its foot", async () => {
    for (const title of ["Ordinary words ".repeat(40), "W".repeat(300), `${"gypq".repeat(20)} ${"jy".repeat(20)}`]) {
      const { data, info } = await sharp(await drawn({ ...titled(title), author: title, site: title, host: title }))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => data[(y * info.width + x) * 3];
      const right = Array.from({ length: info.height }, (_, y) => at(info.width - 70, y));
      const above = Array.from({ length: info.width }, (_, x) => at(x, 495));
      expect(new Set([...right, ...above]), title).toEqual(new Set([0xfc]));
    }
  });

  test("is drawn also after a picture was made, for which most kinds of files are closed to the process", async () => {
    const png = await drawn(titled("The first of all"));
    await expect(makePicture(png, 1_000_000)).resolves.toMatchObject({ width: 1200 });
    expect((await sharp(await drawn(titled("The second"))).metadata()).width).toBe(1200);
    await expect(sharp(Buffer.from("II*\0")).metadata()).rejects.toThrow("unsupported image format");
  });

  test("waits for its turn, and is refused where too many wait", async () => {
    const many = await Promise.all(Array.from({ length: 40 }, (_, nth) => draw(titled(`Wait ${nth}`))));
    expect(many.filter((card) => card === null)).toHaveLength(16);
    expect(await draw(titled("Wait 39"))).not.toBeNull();
  });

  test("lets everybody else have their turn before the next", async () => {
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all(Array.from({ length: 10 }, (_, nth) => draw(titled(`Turn ${nth}`))));
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});

describe("the lines of a card", () => {
  test("tell of a post by its author where its title cannot be written, and of a site by its address", async () => {
    const { letters } = await typeface();
    expect(linesOf(titled("Chairs"), letters)).toEqual({
      above: "The Long Table",
      heading: "Chairs",
      below: "",
      left: "Susan Cain",
      right: "table.example",
    });
    const foreign = linesOf(titled("猫"), letters);
    expect(foreign).toMatchObject({ above: "", heading: "The Long Table", left: "A post by Susan Cain", below: "" });
    expect(linesOf({ ...titled("猫"), author: "李明" }, letters).left).toBe("");
    expect(linesOf(site, letters)).toMatchObject({ heading: "The Long Table", below: "Slowly.", left: "" });
    expect(linesOf({ ...site, site: "長い机", tagline: "\u{1f9f6}" }, letters)).toEqual({
      above: "",
      heading: "table.example",
      below: "",
      left: "",
      right: "table.example",
    });
  });

  test("are cut behind a word where they are too long", async () => {
    const { letters } = await typeface();
    const { heading } = linesOf(titled("Ordinary words ".repeat(40)), letters);
    expect(heading).toMatch(/^(Ordinary words )+(Ordinary|words)…$|words…$/);
    expect(heading.length).toBeLessThanOrEqual(161);
    expect(linesOf(titled("W".repeat(300)), letters).heading).toBe(`${"W".repeat(160)}…`);
  });
});

describe("the letters of a font", () => {
  test("are those that its character map leads to a shape for", () => {
    const file = join(process.cwd(), "node_modules/@fontsource/literata/files/literata-latin-400-normal.woff");
    const letters = lettersIn(readFileSync(file));
    for (const letter of "Aa09é…—“") expect(letters.has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    for (const letter of "ŁЖאあ") expect(letters.has(letter.codePointAt(0) ?? 0), letter).toBe(false);
  });

  test("are not looked for in a file of another kind", () => {
    expect(() => lettersIn(readFileSync(shared("data/hostile/README.md")))).toThrow("no WOFF font");
  });
});

/** A colour in OKLCH (CSS Color 4, its own matrices) as the six digits of sRGB. */
function inHex([lightness = 0, chroma = 0, hue = 0]: number[]): string {
  const turn = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(turn), chroma * Math.sin(turn)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const digits = linear.map((part) => {
    const sent = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, sent)))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${digits.join("")}`;
}
