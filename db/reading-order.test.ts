import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentOf } from "./reading-order";

const place = fc.integer({ min: 1, max: 2_000_000 });

describe("a path through a branch", () => {
  test("sorts replies in the order they were given", () => {
    fc.assert(fc.property(place, place, (a, b) => Math.sign(a - b) === compare(segmentOf(a), segmentOf(b))));
  });

  test("puts a comment before its replies, and them before its next sibling", () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), place, place, (above, nth, reply) => {
        const here = [...above, nth].map(segmentOf).join("");
        const below = here + segmentOf(reply);
        const beside = [...above, nth + 1].map(segmentOf).join("");
        return compare(here, below) < 0 && compare(below, beside) < 0;
      }),
    );
  });

  test("takes one character a level where nobody has more than thirty replies", () => {
    expect(Array.from({ length: 30 }, (_, i) => segmentOf(i + 1).length)).toEqual(Array(30).fill(1));
  });

  test("refuses a place that cannot be", () => {
    expect(() => segmentOf(0)).toThrow("no reply number 0");
  });
});

/** As the collation "C" compares: byte by byte. */
const compare = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
