import { describe, expect, test } from "vitest";
import { feedInstead } from "./old-feeds";

const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const reader = "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.1";

describe("an address that was WordPress's feed", () => {
  test.for([
    ["/feed/", browser, "/posts.atom"],
    ["/feed/", undefined, "/posts.atom"],
    ["/feed/rss2/", browser, "/posts.atom"],
    ["/feed/atom", reader, "/posts.atom"],
    ["/feed", reader, "/posts.atom"],
    ["/feed", browser, null],
    ["/feed", undefined, null],
    ["/comments/feed/", browser, "/comments.atom"],
    ["/comments/feed", browser, "/comments.atom"],
    ["/comments", reader, null],
    ["/feed/other", reader, null],
    ["/p/feed/", reader, null],
  ] as const)("%s, asked for as %s, leads to %s", ([path, accept, to]) => {
    expect(feedInstead(path, accept)).toBe(to);
  });
});
