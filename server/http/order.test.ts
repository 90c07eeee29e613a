import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import type { Config } from "../platform/config";
import { madeFrom } from "../platform/stale";
import type { House } from "./answer";
import { answer } from "./answer";
import { orderOf } from "./order";
import { PageCache } from "./page-cache";

const post = "/p/aaaaaaaaaa/chairs";
const asked = (url: string, cookie?: string, method = "GET") => ({ method, url, headers: cookie ? { cookie } : {} });

describe("the order somebody reads in", () => {
  test.each(["oldest", "newest", "discussed"])("is remembered when they choose %s", (order) => {
    const request = asked(`${post}?order=${order}`);
    expect(orderOf(request)).toBe(order);
    expect(request.url).toBe(`${post}?order=${order}`);
  });

  test.each(["newest", "discussed"])("is the one they chose before: %s", (order) => {
    for (const cookie of [`kith-order=${order}`, `a=b; kith-order=${order}; c=d`]) {
      const request = asked(post, cookie, "HEAD");
      expect(orderOf(request)).toBeNull();
      expect(request.url).toBe(`${post}?order=${order}`);
    }
  });

  test("keeps what else was asked for", () => {
    const request = asked(`${post}?mentions=a%2Fb`, "kith-order=newest");
    orderOf(request);
    expect(request.url).toBe(`${post}?mentions=a%2Fb&order=newest`);
  });

  test.each([
    ["an order that is none", `${post}?order=worst`, undefined],
    ["two orders at once", `${post}?order=newest&order=oldest`, undefined],
    ["the order they read in already", `${post}?order=newest`, "kith-order=newest"],
    ["a cookie that is none of ours", post, "kith-order=worst"],
    ["a cookie with more in it", post, "kith-order=newest%0d%0aX: y"],
    ["a cookie of another name", post, "not-kith-order=newest"],
    ["an order for this time only", `${post}?order=unread&once`, "kith-order=newest"],
    ["a further page of an order", `${post}?order=newest&cursor=abc`, undefined],
    ["the standard order", post, "kith-order=oldest"],
    ["a place in the standard order", `${post}?cursor=abc`, "kith-order=newest"],
    ["one comment", `${post}?c=bbbbbbbbbb`, "kith-order=newest"],
    ["a feed", "/p/aaaaaaaaaa/comments.atom", "kith-order=newest"],
    ["a feed in JSON", "/p/aaaaaaaaaa/comments.json", "kith-order=newest"],
    ["a card", "/p/aaaaaaaaaa/card.png?order=newest", undefined],
    ["a card, with an order chosen before", "/p/aaaaaaaaaa/card.png", "kith-order=newest"],
    ["another page", "/comments?order=newest", "kith-order=discussed"],
  ])("is left alone by %s", (_, url, cookie) => {
    const request = asked(url, cookie);
    expect(orderOf(request)).toBeNull();
    expect(request.url).toBe(url);
  });

  test("is nothing a form chooses", () => {
    expect(orderOf(asked(`${post}?order=newest`, undefined, "POST"))).toBeNull();
  });
});

describe("a kept page of a thread", () => {
  test("is one for each order, and carries nobody's choice to another", async () => {
    let rendered = 0;
    const house: House = {
      config: { production: true, url: "https://kith.example", proxies: 0, oidc: undefined } as Config,
      cache: new PageCache(),
      files: new Map(),
      hears: () => true,
      isReady: async () => true,
      live: null,
      next: async (request, response) => {
        rendered += 1;
        madeFrom("front");
        response.setHeader("Content-Type", "text/html");
        response.end(`read at ${request.url}`);
      },
    };
    const server = createServer((request, response) => void answer(house, request, response)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const at = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}${post}`;
    const get = async (query = "", cookie = "") => {
      const got = await fetch(`${at}${query}`, { headers: { cookie } });
      return {
        words: await got.text(),
        cookie: got.headers.get("set-cookie"),
        cache: got.headers.get("cache-control"),
      };
    };
    const choosing = await get("?order=newest");
    expect(choosing.cookie).toBe("kith-order=newest; Path=/p; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure");
    expect(choosing.cache).toContain("private");
    const plain = { cookie: null, cache: "public, max-age=0, must-revalidate" };
    expect(await get("?order=newest", "kith-order=newest")).toEqual({
      words: `read at ${post}?order=newest`,
      ...plain,
    });
    expect(await get("", "kith-order=newest")).toEqual({ words: `read at ${post}?order=newest`, ...plain });
    expect(await get()).toEqual({ words: `read at ${post}`, ...plain });
    expect((await get("?order=newest", "kith-order=oldest")).cookie).toContain("kith-order=newest");
    expect(rendered).toBe(2);
    expect(house.cache.size.pages).toBe(2);
    server.close();
  });
});
