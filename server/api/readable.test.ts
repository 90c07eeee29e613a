import { describe, expect } from "vitest";
import { test } from "../testing/village";
import { readable } from "./readable";

describe("what comes through the one door", () => {
  test("loses the characters no table can hold, wherever they stand", () => {
    expect(readable({ a: "x\0y", b: ["\0", { c: "\ud800!" }], d: 1, e: null })).toEqual({
      a: "xy",
      b: ["", { c: "\ufffd!" }],
      d: 1,
      e: null,
    });
  });

  test("keeps every other character, and whole emoji, as they came", () => {
    const text = "\u0001\ufeff\u202e\u{1f9f6} \ufffe line\n";
    expect(readable(text)).toBe(text);
  });

  test("keeps instants, and keys that only look like the language's own", () => {
    const at = new Date();
    expect(readable({ at })).toEqual({ at });
    const clean = readable(JSON.parse('{"__proto__":{"role":"owner"}}'));
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
    expect(clean).not.toHaveProperty("role");
  });

  test("is not walked to its end when it is thousands of lists in one another", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    expect(() => readable(deep)).not.toThrow();
  });

  test("is cleaned before any procedure reads it", async ({ village }) => {
    const { key } = await village.as("Candy").posts.write({ title: "A\0 title\ud800", source: "b\0c" });
    expect(await village.as("Candy").posts.toEdit({ key })).toMatchObject({ title: "A title\ufffd", source: "bc" });
    await expect(village.asVisitor().members.byHandle({ handle: "can\0dy" })).resolves.toMatchObject({ name: "Candy" });
  });

  test("holds no list to an instant that no table knows", async ({ village }) => {
    for (const at of [-8.64e15, -62_135_596_800_001, 253_402_300_800_000, 8.64e15]) {
      const cursor = Buffer.from(JSON.stringify([at, "01900000-0000-7000-8000-000000000000"])).toString("base64url");
      await expect(village.asVisitor().posts.front({ cursor })).rejects.toThrow("broken-cursor");
      await expect(village.as("Candy").notifications.readAll({ upTo: new Date(at) })).rejects.toThrow();
    }
  });
});
