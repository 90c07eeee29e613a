import { describe, expect, test } from "vitest";
import { z } from "zod";
import { lines } from "#/server/testing/shared";
import { handleFrom, isReserved, skeletonOf } from "./handle";
import { handle, name, site } from "./input";

const line = z.object({ id: z.string(), family: z.string(), target: z.string(), payload: z.string() });
const hostile = lines("data/hostile/handles.jsonl", (value) => line.parse(value));

describe("a handle", () => {
  test("of every hostile kind is refused, or cannot stand beside the one it imitates", () => {
    const through = hostile.filter(({ payload, target }) => {
      const read = handle.safeParse(payload);
      return read.success && !isReserved(read.data) && skeletonOf(read.data) !== skeletonOf(target);
    });
    expect(hostile.length).toBeGreaterThan(100);
    expect(through).toEqual([]);
  });

  test("with characters nobody can see is refused by its form alone", () => {
    const unseen = hostile.filter(({ family }) => family === "invisible" || family === "bidi");
    expect(unseen.filter(({ payload }) => handle.safeParse(payload).success)).toEqual([]);
  });

  test.each([
    ["Candy", "candy"],
    [" justin ", "justin"],
    ["a-b_c9", "a-b_c9"],
  ])("written %j is %j", (typed, kept) => expect(handle.parse(typed)).toBe(kept));

  test.each(["ab", "a".repeat(31), "-abc", "abc_", "a b", "a.b", "ä-hase", "a\0bc", "ﬀoo"])("is not %j", (typed) =>
    expect(handle.safeParse(typed).success).toBe(false),
  );

  test("is kept for the house however it is dressed up", () => {
    expect(["admin", "adm1n", "ad-min", "m0derator", "rnod", "kith_", "vvww"].filter((it) => !isReserved(it))).toEqual(
      [],
    );
    expect(["candy", "justin", "mireille", "ondrej"].filter(isReserved)).toEqual([]);
  });

  test("is made out of a name, unlike those that are taken", async () => {
    const taken = new Set(["asa-norrback"]);
    const isTaken = async (it: string) => taken.has(it);
    expect(await handleFrom("Åsa Norrbäck", async () => false)).toBe("asa-norrback");
    expect(await handleFrom("Åsa Norrbäck", isTaken)).toMatch(/^asa-norrback-[a-z0-9]{5}$/);
    for (const hint of ["ゆかり", "admin", "", "..", "x", "ليلى", "a".repeat(300)]) {
      expect(handle.safeParse(await handleFrom(hint, isTaken)).success).toBe(true);
    }
  });
});

describe("a name", () => {
  test.each(["Åsa Norrbäck", "ゆかり", "ليلى", "Ondřej Vaclík", "O'Brien, Jr.", "नेपाल‌ी", "👩‍🚀 Ada"])(
    "may be %s",
    (it) => expect(name.parse(it)).toBe(it.normalize("NFC")),
  );

  test("is set on one line, trimmed and composed", () => {
    expect(name.parse("  Ada\n\tLovelace ")).toBe("Ada Lovelace");
    expect(name.parse("A\u030asa")).toBe("Åsa");
  });

  test.each([
    "",
    "   ",
    "\u200b",
    "Ada\u202eneb",
    "A\0da",
    "A\u2066da",
    "a".repeat(81),
    "\u3164",
    "...",
    "A\u200bda",
    "A\u200dda\u200d",
  ])("is not %j", (it) => expect(name.safeParse(it).success).toBe(false));

  test.each([
    "Ada@cheap shoes",
    "Ada @ ShoeWorld",
    "Ada＠shoes",
    "@ada",
    "https://ada.example",
    "www.ada",
    "Best-Shoes.com",
  ])("is no advertisement: %j", (it) =>
    expect(name.safeParse(it).error?.issues[0]?.message).toContain("say what people call you"),
  );

  test.each(["J. R. R. Tolkien", "Ada & Co", "St.Clair", "Comet"])("may look a little like one: %j", (it) =>
    expect(name.parse(it)).toBe(it),
  );
});

describe("one's own site", () => {
  test.each(["https://example.org", "http://example.org/me?x=1#y", ""])("may be %j", (it) =>
    expect(site.safeParse(it).success).toBe(true),
  );

  test.each(["example.org", "//example.org"])("is taken as https where it is %j", (it) =>
    expect(site.parse(it)).toMatch(/^https:\/+example\.org\/?$/),
  );

  test.each(["javascript:alert(1)", "data:text/html,x", "https://", "https://a@b.example/", "mailto:a@b.c"])(
    "is not %j",
    (it) => expect(site.safeParse(it).success).toBe(false),
  );
});
