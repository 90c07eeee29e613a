import { expect, test } from "vitest";
import { partsOf } from "./parts-of";

test("words are cut between paragraphs, else between lines, else between words, and none is lost", () => {
  expect(partsOf("Short.", 100)).toEqual(["Short."]);
  expect(partsOf("  ", 100)).toEqual([]);
  expect(partsOf("One, two.\n\nThree, four.", 14)).toEqual(["One, two.", "Three, four."]);
  expect(partsOf("One, two.\nThree, four.", 14)).toEqual(["One, two.", "Three, four."]);
  expect(partsOf("One two three four five", 9)).toEqual(["One two", "three", "four five"]);
  expect(partsOf("x".repeat(25), 10)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
  const long = Array.from({ length: 5000 }, (_, nth) => `Paragraph ${nth} with 🌱.`).join("\n\n");
  const parts = partsOf(long, 10_000);
  expect(parts.join("\n\n")).toBe(long);
  expect(Math.max(...parts.map((part) => Array.from(part).length))).toBeLessThanOrEqual(10_000);
});

test("words are cut into very small pieces as quickly, and none of their characters in two", () => {
  const parts = partsOf("🌱 ".repeat(200_000), 1);
  expect(parts).toHaveLength(200_000);
  expect(new Set(parts)).toEqual(new Set(["🌱"]));
});
