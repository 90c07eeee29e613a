import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, wordDiff } from "./word-diff";

/** [-old-] and {+new+}, as a person would write it down. */
const written = (changes: Change[]) =>
  changes
    .map(({ kind, words }) => (kind === "same" ? words : kind === "taken" ? `[-${words}-]` : `{+${words}+}`))
    .join("");
const textOf = (changes: Change[], without: Change["kind"]) =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ words }) => words)
    .join("");

describe("the difference of two texts", () => {
  test.for([
    ["one word", "The cat sat on the mat.", "The cat lay on the mat.", "The cat [-sat-]{+lay+} on the mat."],
    ["a word more", "The cat sat.", "The big cat sat.", "The {+big +}cat sat."],
    ["a word less", "The big cat sat.", "The cat sat.", "The [-big -]cat sat."],
    ["words side by side, as one change", "one two three.", "four five six.", "[-one two three-]{+four five six+}."],
    ["nothing", "The same.", "The same.", "The same."],
    ["everything", "", "New words.", "{+New words.+}"],
    ["a paragraph in the middle", "A.\n\nC.\n", "A.\n\nB.\n\nC.\n", "A.\n\n{+B.\n\n+}C.\n"],
    ["a word with its apostrophe", "I don't know.", "I do know.", "I [-don't-]{+do+} know."],
    ["letters of a script without words", "我喜欢茶。", "我喜欢咖啡。", "我喜欢[-茶-]{+咖啡+}。"],
    ["words of Arabic", "أحب القهوة كثيرا", "أحب الشاي كثيرا", "أحب [-القهوة-]{+الشاي+} كثيرا"],
  ])("finds %s", ([, before = "", after = "", expected]) => {
    expect(written(wordDiff(before, after))).toBe(expected);
  });

  test("gives both texts back to the letter", () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom("a", "b", " ", "\n", "don't", "茶", "."), fc.string()))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordDiff(before, after);
        expect(textOf(changes, "added")).toBe(before);
        expect(textOf(changes, "taken")).toBe(after);
        expect(changes.every(({ words }) => words !== "")).toBe(true);
      }),
    );
  });

  test("says old words before new ones, and never two runs of one kind after each other", () => {
    const changes = wordDiff("one two\nthree four\nfive", "one 2\n3 four\n5");
    const kinds = changes.map(({ kind }) => kind);
    expect(kinds.some((kind, at) => kind === kinds[at + 1])).toBe(false);
    expect(kinds.some((kind, at) => kind === "added" && kinds[at + 1] === "taken")).toBe(false);
  });

  test("finds each small change in a book of 200,000 characters", () => {
    const paragraphs = Array.from(
      { length: 300 },
      (_, at) => `Paragraph ${at} is about ${"this and that, ".repeat(42)}`,
    );
    const before = paragraphs.join("\n\n");
    const after = paragraphs.map((words) => words.replace("about", "against")).join("\n\n");
    const changes = wordDiff(before, after);
    expect(changes.filter(({ kind }) => kind === "taken").map(({ words }) => words)).toEqual(Array(300).fill("about"));
  });

  test("gives two books that share nothing as one taken and one added", () => {
    const before = Array.from({ length: 30_000 }, (_, at) => `old${at}`).join(" ");
    const after = Array.from({ length: 30_000 }, (_, at) => `new${at}`).join(" ");
    expect(wordDiff(before, after)).toEqual([
      { kind: "taken", words: before },
      { kind: "added", words: after },
    ]);
  });
});
