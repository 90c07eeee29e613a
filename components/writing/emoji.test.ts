import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { emojiFor, read } from "./emoji";

const all = read(readFileSync(new URL("../../public/emoji.txt", import.meta.url), "utf8"));

test("emoji are found by what they are called, before those that are only known by it", () => {
  expect(all.length).toBeGreaterThan(1_800);
  expect(emojiFor(all, "heart", 8)[0]?.names).toContain("heart");
  expect(emojiFor(all, "watermelon", 1)[0]?.sign).toBe("🍉");
  expect(emojiFor(all, "+1", 1)[0]?.names).toContain("+1");
  expect(emojiFor(all, "hap", 8).every(({ words }) => words.some((word) => word.startsWith("hap")))).toBe(true);
  expect(emojiFor(all, "zzzz", 8)).toEqual([]);
});

test("every emoji has a sign, a name and a group, and no name is given twice", () => {
  expect(all.filter(({ sign, names, group }) => !sign || !names[0] || !group)).toEqual([]);
  const names = all.flatMap((emoji) => emoji.names);
  expect(names.length - new Set(names).size).toBeLessThan(5);
});
