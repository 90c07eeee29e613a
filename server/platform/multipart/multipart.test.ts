import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenForm, boundaryOf, partsOf, textOf } from "./index";

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer | string, boundary = "b", size = 7) {
  const parts: { name: string; fileName: string | null; text: string }[] = [];
  for await (const part of partsOf(cut(Buffer.from(bytes), size), boundary)) {
    const { name, fileName } = part;
    parts.push({ name, fileName, text: await textOf(part, 1_000_000) });
  }
  return parts;
}

const form = (...parts: string[]) => `${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`;
const field = (name: string, body: string) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${body}`;

describe("a form", () => {
  test.each([1, 2, 3, 5, 17, 1000])("is read field by field in chunks of %i bytes", async (size) => {
    const words = "<rss>\r\n--\r\n-b\r\n--a</rss>\r\n";
    const head = 'Content-Disposition: form-data; name="file"; filename="C:\\blog\\my %22export%22.xml"';
    const file = `${head}\r\nContent-Type: text/xml\r\n\r\n${words}`;
    expect(await read(form(field("dryRun", "on"), file, field("empty", "")), "b", size)).toEqual([
      { name: "dryRun", fileName: null, text: "on" },
      { name: "file", fileName: 'my "export".xml', text: words },
      { name: "empty", fileName: null, text: "" },
    ]);
  });

  test("is what a browser would send, whatever stands in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        const sent = new FormData();
        sent.append("a", "one");
        sent.append("file", new File([Buffer.from(bytes)], "übung.xml"));
        const whole = new Response(sent);
        const boundary = boundaryOf(whole.headers.get("content-type")) ?? "";
        const all: Buffer[] = [];
        for await (const part of partsOf(cut(Buffer.from(await whole.arrayBuffer()), size), boundary)) {
          const pieces: Uint8Array[] = [];
          for await (const piece of part.body) pieces.push(piece);
          all.push(Buffer.concat(pieces));
          if (part.name === "file") expect(part.fileName).toBe("übung.xml");
        }
        expect(all).toEqual([Buffer.from("one"), Buffer.from(bytes)]);
      }),
      { numRuns: 60 },
    );
  });

  test("goes on to the next field when one is not read, or only begun", async () => {
    const names: string[] = [];
    for await (const part of partsOf(
      cut(Buffer.from(form(field("a", "x".repeat(500)), field("b", "y".repeat(500)), field("c", "z"))), 11),
      "b",
    )) {
      names.push(part.name);
      if (part.name === "b") await part.body.next();
    }
    expect(names).toEqual(["a", "b", "c"]);
  });

  test.each([
    ["ends too early", "--b\r\n" + field("a", "one")],
    ["ends in a head", '--b\r\nContent-Disposition: form-data; name="a"'],
    ["never begins", "hello"],
    ["is empty", ""],
    ["begins with too much", `${"x".repeat(5000)}\r\n${form(field("a", "1"))}`],
    ["has words before its boundary", `x${form(field("a", "1"))}`],
    ["has a head without end", `--b\r\n${"X: y\r\n".repeat(3000)}`],
    ["has a part without a name", form("Content-Disposition: form-data\r\n\r\none")],
    ["has a part of another kind", form('Content-Disposition: attachment; name="a"\r\n\r\none')],
    [
      "has two names for one part",
      form('Content-Disposition: form-data; name="a"\r\nContent-Disposition: form-data; name="b"\r\n\r\n'),
    ],
    ["has more fields than a form has", form(...Array.from({ length: 60 }, () => field("a", "1")))],
    ["goes on behind a boundary", "--bx\r\n"],
  ])("that %s is broken", async (_, text) => {
    await expect(read(text)).rejects.toThrow(BrokenForm);
  });

  test("never holds much of a long field", async () => {
    async function* long() {
      yield Buffer.from(`--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`);
      for (let count = 0; count < 2000; count += 1) yield Buffer.alloc(64 * 1024, "\r\n--");
      yield Buffer.from("\r\n--b--\r\n");
    }
    let [bytes, widest] = [0, 0];
    for await (const part of partsOf(long(), "b")) {
      for await (const piece of part.body) {
        bytes += piece.length;
        widest = Math.max(widest, piece.length);
      }
    }
    expect(bytes).toBe(2000 * 64 * 1024);
    expect(widest).toBeLessThan(70 * 1024);
  });
});

describe("a boundary", () => {
  test.each([
    ["multipart/form-data; boundary=abc", "abc"],
    ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
    ["multipart/form-data;boundary=----WebKitFormBoundaryX1", "----WebKitFormBoundaryX1"],
    ["multipart/form-data; boundary=", null],
    ['multipart/form-data; boundary="a\r\nb"', null],
    ['multipart/form-data; boundary="a "', null],
    [`multipart/form-data; boundary=${"a".repeat(71)}`, null],
    ["multipart/mixed; boundary=abc", null],
    ["text/xml", null],
    [null, null],
  ])("of %s is %s", (contentType, boundary) => {
    expect(boundaryOf(contentType)).toBe(boundary);
  });
});
