import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import type { Config } from "../platform/config";
import { madeFrom } from "../platform/stale";
import { answer, type House, isForAll, loggedPath } from "./answer";
import { PageCache } from "./page-cache";

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

describe("a card", () => {
  test("is drawn once, whatever stands behind its address, and may be shown by other sites", async () => {
    const rendered: (string | undefined)[] = [];
    const house: House = {
      config: { production: true, url: "https://kith.example", proxies: 0, oidc: undefined } as Config,
      cache: new PageCache(),
      files: new Map(),
      hears: () => true,
      isReady: async () => true,
      live: null,
      next: async (request, response) => {
        rendered.push(request.url);
        madeFrom("post:1");
        response.setHeader("Content-Type", "image/png");
        response.end("PNG");
      },
    };
    const server = createServer((request, response) => void answer(house, request, response)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const at = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    for (const path of ["/card.png", "/p/aaaaaaaaaa/card.png"])
      for (const query of ["", "?", "?v=1", "?v=2#c", "??/x"]) {
        const got = await fetch(`${at}${path}${query}`);
        expect([await got.text(), got.headers.get("cross-origin-resource-policy")]).toEqual(["PNG", "cross-origin"]);
      }
    const other = await fetch(`${at}/p/aaaaaaaaaa/other.png?v=1`);
    expect(other.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(rendered).toEqual(["/card.png", "/p/aaaaaaaaaa/card.png", "/p/aaaaaaaaaa/other.png?v=1"]);
    server.close();
  });
});
