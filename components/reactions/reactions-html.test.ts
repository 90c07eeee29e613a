import { describe, expect, test } from "vitest";
import { reactionsHtml } from "./reactions-html";
import type { Received } from "./words";

const received = (more: Partial<Received> = {}): Received => ({
  counts: {},
  mine: null,
  can: { react: true, who: false },
  ...more,
});
const textOf = (it: Received | undefined) => reactionsHtml("aaaaaaaaaa", it).replaceAll(/<[^>]+>/g, "|");

describe("the reactions at the end of a comment", () => {
  test("are words and numbers, in one order, with the way to say one's own", () => {
    expect(textOf(received())).toBe("|React|");
    expect(textOf(received({ counts: { think: 1, thanks: 1200, agree: 2 } }))).toBe(
      "|React||Thanks 1,200 · Agree 2 · Made me think 1|",
    );
    expect(textOf(received({ mine: "agree" }))).toBe("|You agree|");
    expect(textOf(undefined)).toBe("");
  });

  test("lead nowhere for those who cannot react, and its author to who it was", () => {
    const can = { react: false, who: false };
    expect(reactionsHtml("aaaaaaaaaa", received({ counts: { agree: 1 }, can }))).toBe("<span>Agree 1</span>");
    const own = reactionsHtml("aaaaaaaaaa", received({ counts: { agree: 1 }, can: { ...can, who: true } }));
    expect(own).toBe("<a href=/c/aaaaaaaaaa/react>Agree 1</a>");
  });

  test("take less than ninety characters a comment where nobody has said anything", () => {
    expect(reactionsHtml("aaaaaaaaaa", received()).length).toBeLessThan(90);
  });
});
