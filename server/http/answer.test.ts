import { describe, expect, test } from "vitest";
import { isForAll, loggedPath } from "./answer";

describe("what is kept for all guests", () => {
  test.each([
    "/",
    "/p/abcdefghij/a-slug",
    "/m/candy",
    "/t/api",
    "/enter",
    "/enter/mailing",
    "/firstly",
    "/lately",
    "/posts.atom",
  ])("may be %s", (path) => expect(isForAll(path)).toBe(true));

  test.each([
    "/api/thread",
    "/api",
    "/first/token",
    "/enter/mail",
    "/pictures",
    "/pictures/0123456789abcdefghjk-1x1",
    "/enter/mail/",
    "/settings/mail",
    "/private/token/posts.atom",
    "/unsubscribe/token",
    "/guest/confirm",
    "/l/abcdefghij",
  ])("is never %s, which answers one person or holds a secret", (path) => expect(isForAll(path)).toBe(false));
});

describe("an address in the log", () => {
  test.each([
    ["/guest/confirm?token=abc", "/guest/confirm"],
    ["/first/abc_-d", "/first/…"],
    ["/private/abc/posts.atom", "/private/…/posts.atom"],
    ["/private/abc.atom", "/private/….atom"],
    ["/unsubscribe/abc", "/unsubscribe/…"],
    ["/p/abc/a-post?c=x", "/p/abc/a-post"],
  ])("%s stands as %s", (url, told) => expect(loggedPath(url)).toBe(told));
});
