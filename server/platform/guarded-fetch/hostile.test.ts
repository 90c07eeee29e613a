import { describe, expect, test } from "vitest";
import { z } from "zod";
import { lines } from "#/server/testing/shared";
import { decode } from "./charset";
import { FetchRefused } from "./errors";
import { Guard } from "./guard";
import { privateHostsFrom } from "./private-hosts";
import { isPublic } from "./target";

const targets = lines("data/hostile/ssrf-urls.jsonl", (line) =>
  z.object({ id: z.string(), payload: z.string() }).parse(line),
);

describe("addresses made to reach inside", () => {
  test("there are enough of them", () => expect(targets.length).toBeGreaterThan(40));

  test.each(targets)("$id is refused without a connection: $payload", async ({ payload }) => {
    // Every name of the list answers with an inside address, as its owner would have it.
    const own = new Guard({
      privateHosts: [],
      agent: "Kith",
      resolve: async () => [
        { address: "127.0.0.1", family: 4 },
        { address: "::1", family: 6 },
      ],
    });
    for (const asked of [own.fetch(payload), own.post(payload, new URLSearchParams())]) {
      const refusal = await asked.catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(FetchRefused);
      expect(refusal).toMatchObject({ because: expect.stringMatching(/^(private|bad)-address$/) });
    }
  });

  test.each([
    "http://me:secret@kith.example/",
    "http://kith.example:22/",
    "http://kith.example:5432/",
    "javascript:1",
    "",
  ])("%s is no address to fetch", async (address) => {
    const own = new Guard({ privateHosts: [], agent: "Kith", resolve: async () => [] });
    await expect(own.fetch(address)).rejects.toMatchObject({ because: "bad-address" });
  });
});

describe("a public address", () => {
  test.each([
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:0:7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "nonsense",
    "",
  ])("is not %s", (address) => expect(isPublic(address)).toBe(false));

  test.each(["8.8.8.8", "1.1.1.1", "::ffff:8.8.8.8", "2606:4700::1111"])("is %s", (address) =>
    expect(isPublic(address)).toBe(true),
  );
});

describe("a host of the operator's own", () => {
  test("is itself and no other port, name or address", async () => {
    const privateHosts = privateHostsFrom("intranet:8080, 127.0.0.1:1") ?? [];
    const own = new Guard({ privateHosts, agent: "Kith", resolve: async () => [{ address: "127.0.0.1", family: 4 }] });
    const because = (address: string) =>
      own.fetch(address).then(
        () => "nothing",
        (error: unknown) => (error instanceof FetchRefused ? error.because : "another error"),
      );
    expect(await because("http://127.0.0.1:1/")).toBe("unreachable");
    expect(await because("http://127.0.0.1:2/")).toBe("private-address");
    expect(await because("http://localhost:1/")).toBe("bad-address");
    expect(await because("http://intranet/")).toBe("bad-address");
    expect(await because("http://intranet.example:8080/")).toBe("private-address");
  });
});

describe("bytes in their charset", () => {
  const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
  const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

  test.each([
    ["what the first bytes show, whatever is declared", bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), "iso-8859-1", "é"],
    ["what the answer declares", bytes(0xe9), "iso-8859-1", "é"],
    ["what an XML declaration says", latin("<?xml version='1.0' encoding='iso-8859-15'?>\xa4"), null, "€"],
    ["what a page says of itself", latin('<html><meta charset="windows-1251">\xef'), null, "п"],
    ["UTF-8 where nothing is said", bytes(0xc3, 0xa9), null, "é"],
    ["windows-1252 where UTF-8 does not fit", bytes(0x93, 0x41, 0x94), null, "“A”"],
    ["the next best where the named one is unknown", bytes(0xc3, 0xa9), "klingon", "é"],
    ["UTF-16 without a mark", bytes(0x3c, 0, 0x61, 0), null, "<a"],
    ["UTF-32 with a mark", bytes(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0, 0x0d, 0xf6, 1, 0), null, "<\u{1f60d}"],
  ])("are read by %s", (_, body, declared, text) => {
    expect(decode(body, declared).slice(-text.length)).toBe(text);
  });
});
