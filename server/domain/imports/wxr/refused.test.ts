import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shared } from "#/server/testing/shared";
import { usualLimits } from "./limits";
import { WxrRefused } from "./refused";
import { thingsOf, wxr } from "./sample";

const file = (path: string) => readFileSync(shared(path));

async function refusalOf(bytes: Uint8Array | string, size?: number, limits = usualLimits): Promise<string> {
  const refused: unknown = await thingsOf(bytes, size, limits).catch((reason: unknown) => reason);
  if (!(refused instanceof WxrRefused)) throw new Error(`not refused: ${JSON.stringify(refused).slice(0, 200)}`);
  return `${refused.line}:${refused.column} ${refused.reason}`;
}

describe("a file is refused", () => {
  const rss = '<rss version="2.0"><channel>';

  test.each([
    ["an empty one", "", "1:1 the file is empty"],
    ["blank lines", "\n \n", "1:1 the file is empty"],
    ["a gzip", Buffer.from([0x1f, 0x8b, 8, 0]), "1:1 the file is compressed (gzip): unpack it first"],
    ["a page", "<!DOCTYPE html>\n<html lang='en'>", "2:16 this is a web page (HTML), not a WordPress export"],
    ["a feed", "<feed>", "1:6 this is XML, but its first element is <feed> and not the <rss> of a WordPress export"],
    ["an rss without channel", "<rss>\n</rss>", "2:6 the file has no <channel>: it is not a WordPress export"],
    ["JSON", '\n{"db": []}', "2:1 text found outside the document: the file is not XML, or something was added to it"],
    ["a wrong closing tag", `${rss}\n<item><b></item>`, "2:16 closing tag </item> found where </b> was expected"],
    ["a stray closing tag", `${rss}\n<b></c>`, "2:7 closing tag </c> found where </b> was expected"],
    ["a bare ampersand", `${rss}<item>\n<title>AT&T\n;</title>`, "2:10 & found that is not written &amp;"],
    ["a bare ampersand at last", `${rss}<b>\nI & you and all the rest`, "2:3 & found that is not written &amp;"],
    ["an entity of HTML", `${rss}<b title="a&nbsp;b">`, "1:40 &nbsp; is an entity that XML does not know"],
    ["a prefix from nowhere", `${rss}<x:y/>`, "1:34 the prefix x: is used and nowhere declared"],
    ["an unquoted attribute", `${rss}<b c=d>`, "1:34 not well-formed: unquoted attribute value"],
    [
      "something after the end",
      `${rss}</channel></rss>\n\nWarning`,
      "3:1 text found outside the document: the file is not XML, or something was added to it",
    ],
    ["an early end", `${rss}\n<item><title>Hel`, "2:16 the file ends before <title> is closed"],
    [
      "an end in a comment",
      `${rss}</channel></rss>\n<!-- made`,
      "2:9 the file ends in the middle of a tag or a comment",
    ],
    [
      "unknown writing",
      '<?xml version="1.0" encoding="klingon"?>',
      "1:1 the file says it is written in klingon, which is not known here",
    ],
    [
      "bytes that are not UTF-8",
      Buffer.from(`${rss}\n<b>caf\xe9 `, "latin1"),
      "2:6 the bytes after this place are not UTF-8",
    ],
    [
      "half a character at the end",
      Buffer.from(`${rss}\n<b>caf\xc3`, "latin1"),
      "2:6 the bytes after this place are not UTF-8",
    ],
  ])("%s", async (_, bytes, expected) => {
    expect(await refusalOf(bytes)).toBe(expected);
    expect(await refusalOf(bytes, 1)).toBe(expected);
  });

  test("and its places count what was dropped and removed", async () => {
    expect(await refusalOf(`oh\nno<?xml version="1.0"?>${rss}</b>`)).toMatch(/^2:55 closing tag <\/b>/);
    expect(await refusalOf(`${rss}\n\0\0a\0</b>`)).toMatch(/^2:8 closing tag <\/b>/);
  });
});

describe("hostile XML", () => {
  test.each([
    ["billion-laughs-rss.xml", /^3:2 the file declares entities/],
    ["xxe-file.xml", /^1:35 the file declares entities/],
    ["deep-1000.xml", /^1:\d+ more than 200 elements stand inside one another$/],
  ])("%s is refused at once", async (name, expected) => {
    expect(await refusalOf(file(`data/hostile/xml/${name}`))).toMatch(expected);
  });

  test.each(["bomb-100M.zip", "zip-slip.zip"])("%s is not unpacked", async (name) => {
    expect(await refusalOf(file(`data/hostile/archives/${name}`))).toBe(
      "1:1 the file is an archive (zip): unpack it first",
    );
  });

  test("a document type without entities is taken and not fetched", async () => {
    const doctype = '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://x.example/rss.dtd" [<!ELEMENT rss ANY>]>';
    expect((await thingsOf(wxr("", doctype))).at(-1)?.type).toBe("end");
  });

  const few = { depth: 20, text: 1000, attributes: 10, item: 3000, parts: 5 };
  const long = "x".repeat(700);
  const attributes = Array.from({ length: 20 }, (_, at) => `a${at}=""`).join(" ");

  test.each([
    ["a long text", `<item><title>${long}${long}</title></item>`, "one text is longer than 1000 characters"],
    [
      "a text of many parts",
      `<item><title>${long}<![CDATA[${long}]]></title></item>`,
      "one text is longer than 1000 characters",
    ],
    ["a long comment in the XML", `<!--${long}${long}-->`, "one text is longer than 1000 characters"],
    ["a long attribute", `<b a="${long}${long}"/>`, "one text is longer than 1000 characters"],
    ["a long name", `<${long}${long}/>`, "one text is longer than 1000 characters"],
    ["many attributes", `<b ${attributes}/>`, "one element has more than 10 attributes"],
    ["a long item", `<item>${`<b>${long}</b>`.repeat(5)}</item>`, "one item is longer than 3000 characters"],
    ["many comments", `<item>${"<wp:comment/>".repeat(6)}</item>`, "one item has more than 5 comments or labels"],
    ["many labels", `<item>${"<category/>".repeat(6)}</item>`, "one item has more than 5 comments or labels"],
  ])("%s meets its limit", async (_, inside, expected) => {
    expect(await refusalOf(wxr(inside), 50, few)).toContain(expected);
  });
});

describe("a damaged file", () => {
  test("is either read to its end or refused, whatever the damage", async () => {
    const sound = file("data/imports/wxr/isso-wordpress.xml");
    const damage = fc.record({ at: fc.nat(sound.length), drop: fc.nat(12), put: fc.uint8Array({ maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 50, max: 9000 }),
        async (all, size) => {
          const hurt = all.reduce(
            (bytes, { at, drop, put }) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]),
            sound,
          );
          const outcome: unknown = await thingsOf(hurt, size).catch((reason: unknown) => reason);
          if (!(outcome instanceof WxrRefused))
            expect(outcome).toEqual(expect.arrayContaining([{ type: "end", repaired: expect.any(Array) }]));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("a file that was cut short", () => {
  test.each(["real-cc-labs-blog.xml", "wpimporter-theme-unit-test-data.xml", "wpimporter-wxr-utf-8-challenges.xml"])(
    "is refused wherever it ends: %s",
    async (name) => {
      const bytes = file(`data/imports/wxr/${name}`);
      for (let part = 0; part < 20; part += 1) {
        expect(await refusalOf(bytes.subarray(0, Math.floor((bytes.length * part) / 20)))).toMatch(/^\d+:\d+ .+/);
      }
    },
  );

  test("is refused at every single byte", async () => {
    const bytes = Buffer.from(wxr('<item><title>é</title><wp:post_id a="b">1</wp:post_id><!-- c --></item>'));
    for (let length = 0; length < bytes.length; length += 1) await refusalOf(bytes.subarray(0, length));
    expect((await thingsOf(bytes)).at(-1)?.type).toBe("end");
  });
});
