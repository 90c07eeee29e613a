import { describe, expect, test } from "vitest";
import { canonicalOf } from "./canonical";

describe("the address a page goes by", () => {
  test.each([
    ["the first page", {}, "/p/k/chairs"],
    ["the first page in another order", { order: "newest" }, "/p/k/chairs"],
    ["the first page at one comment", { c: "aaaaaaaaaa" }, "/p/k/chairs"],
    ["whatever somebody hung on it", { utm_source: "elsewhere", new: "" }, "/p/k/chairs"],
    ["a later page", { cursor: "abc" }, "/p/k/chairs?cursor=abc"],
    ["a later page with more hung on it", { cursor: "abc", utm_source: "x" }, "/p/k/chairs?cursor=abc"],
    ["a later page in another order", { cursor: "abc", order: "newest" }, "/p/k/chairs?order=newest&cursor=abc"],
    ["a later page in the standard order", { cursor: "abc", order: "oldest" }, "/p/k/chairs?cursor=abc"],
    ["a later page of a branch", { cursor: "abc", c: "aaaaaaaaaa" }, "/p/k/chairs?c=aaaaaaaaaa&cursor=abc"],
    ["a later page asked for twice", { cursor: ["abc", "def"] }, "/p/k/chairs?cursor=abc"],
    ["a place that is none", { cursor: '"><script>&#' }, "/p/k/chairs?cursor=%22%3E%3Cscript%3E%26%23"],
  ])("of %s", (_, asked, address) => expect(canonicalOf("/p/k/chairs", asked)).toBe(address));
});
