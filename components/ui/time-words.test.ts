import { describe, expect, test } from "vitest";
import { ago, inWords, timeTitle } from "./time-words";

const now = new Date("2026-11-23T12:00:00Z");
const before = (seconds: number) => ago(new Date(now.getTime() - seconds * 1000), now);

describe("a time", () => {
  test("is a date in words and an exact minute, both UTC", () => {
    expect(inWords(now)).toBe("23 November 2026");
    expect(timeTitle(now)).toMatch(/^23 November 2026(,| at) 12:00 UTC$/);
  });

  test("is told as how long ago while that says more than a date", () => {
    expect(before(10)).toBe("just now");
    expect(before(50)).toBe("1 minute ago");
    expect(before(3_599)).toBe("1 hour ago");
    expect(before(86_400)).toBe("yesterday");
    expect(before(86_400 * 13)).toBe("13 days ago");
    expect(before(86_400 * 14)).toBeUndefined();
  });

  test("says so when it is still to come", () => {
    expect(before(-7_200)).toBe("in 2 hours");
  });
});
