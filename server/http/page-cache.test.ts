import { createServer, type RequestListener } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { raise, raiseAll } from "../platform/stale";
import { type Page, PageCache, send } from "./page-cache";

const page = (words: string, { tags = ["front"], status = 200, headers = {} } = {}): Page => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", ...headers },
  body: Buffer.from(words.repeat(400)),
  tags: new Set(tags),
});

/** A renderer that counts its calls and can be held back. */
function renderer(make: (nth: number) => Page) {
  let calls = 0;
  let open = () => {};
  let gate = Promise.resolve();
  return {
    calls: () => calls,
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    render: async () => {
      calls += 1;
      const mine = make(calls);
      await gate;
      return mine;
    },
  };
}

describe("the page cache", () => {
  test("renders a page once and serves it until a tag of it is raised", async () => {
    const cache = new PageCache();
    const { render, calls } = renderer((nth) => page(`version ${nth} `, { tags: ["front", "post:1"] }));
    await cache.page("/", render);
    await cache.page("/", render);
    expect(calls()).toBe(1);
    raise(["post:2"]);
    await cache.page("/", render);
    expect(calls()).toBe(1);
    raise(["post:1"]);
    expect((await cache.page("/", render))?.body.toString()).toContain("version 2");
    expect(calls()).toBe(2);
  });

  test("renders once for all who wait", async () => {
    const cache = new PageCache();
    const slow = renderer((nth) => page(`version ${nth} `));
    slow.hold();
    const waiting = Array.from({ length: 50 }, () => cache.page("/", slow.render));
    slow.release();
    const pages = await Promise.all(waiting);
    expect(slow.calls()).toBe(1);
    expect(new Set(pages).size).toBe(1);
  });

  test("does not keep what changed while it was rendered, nor serve it to those who came after the change", async () => {
    const cache = new PageCache();
    const slow = renderer((nth) => page(`version ${nth} `));
    slow.hold();
    const before = cache.page("/", slow.render);
    raise(["front"]);
    const after = cache.page("/", slow.render);
    slow.release();
    expect((await before)?.body.toString()).toContain("version 1");
    expect((await after)?.body.toString()).toContain("version 2");
    await cache.page("/", slow.render);
    expect(slow.calls()).toBe(2);
  });

  test.each([
    ["an answer that is no success", page("x", { status: 404 })],
    ["an answer with a cookie in it", page("x", { headers: { "set-cookie": "a=b" } })],
    ["a page that says nothing of what it is made from", page("x", { tags: [] })],
  ])("never keeps %s", async (_, answer) => {
    const cache = new PageCache();
    const { render, calls } = renderer(() => answer);
    await cache.page("/", render);
    await cache.page("/", render);
    expect(calls()).toBe(2);
    expect(cache.size.pages).toBe(0);
  });

  test("never hands one person's cookie to another who waits", async () => {
    const cache = new PageCache();
    const slow = renderer((nth) => page("x", { headers: { "set-cookie": `session=${nth}` } }));
    slow.hold();
    const both = [cache.page("/", slow.render), cache.page("/", slow.render)];
    slow.release();
    const cookies = (await Promise.all(both)).map((one) => one?.headers["set-cookie"]);
    expect(new Set(cookies).size).toBe(2);
  });

  test("stays within its bytes, dropping what was not asked for longest", async () => {
    const cache = new PageCache({ most: 20_000 });
    const make = renderer(() => page("0123456789"));
    for (const path of ["/a", "/b", "/c", "/a", "/d"]) await cache.page(path, make.render);
    expect(cache.size.bytes).toBeLessThanOrEqual(20_000);
    const calls = make.calls();
    await cache.page("/d", make.render);
    expect(make.calls()).toBe(calls);
    await cache.page("/b", make.render);
    expect(make.calls()).toBe(calls + 1);
  });

  test("is empty after news may have been missed", async () => {
    const cache = new PageCache();
    const { render, calls } = renderer(() => page("x"));
    await cache.page("/", render);
    raiseAll();
    await cache.page("/", render);
    expect(calls()).toBe(2);
  });

  test("tries again after a rendering that failed", async () => {
    const cache = new PageCache();
    await expect(cache.page("/", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect((await cache.page("/", async () => page("well ")))?.body.toString()).toContain("well");
  });
});

describe("a kept page", () => {
  const served = async (request: RequestInit & { method?: string }, answer: (cache: PageCache) => RequestListener) => {
    const server = createServer(answer(new PageCache())).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const first = await fetch(`http://127.0.0.1:${port}/`, request);
    const text = await first.text();
    const again = await fetch(`http://127.0.0.1:${port}/`, {
      headers: { "If-None-Match": first.headers.get("etag") ?? "" },
    });
    await again.text();
    server.close();
    return { first, text, again };
  };
  const answer =
    (cache: PageCache): RequestListener =>
    (request, response) => {
      void cache.page("/", async () => page("words ")).then((kept) => kept && send(request, response, kept));
    };

  test("goes out compressed, with an ETag that saves sending it again", async () => {
    const { first, text, again } = await served({ headers: { "Accept-Encoding": "br" } }, answer);
    expect(first.headers.get("content-encoding")).toBe("br");
    expect(first.headers.get("vary")).toBe("Cookie, Accept-Encoding");
    expect(text).toBe("words ".repeat(400));
    expect(again.status).toBe(304);
  });

  test("is a picture that goes out as it is, for compressing it again would only cost", async () => {
    const picture = page("PNG", { headers: { "content-type": "image/png" } });
    const kept = await new PageCache().page("/", async () => picture);
    expect([kept?.br, kept?.gz]).toEqual([null, null]);
    const { first, text, again } = await served({ headers: { "Accept-Encoding": "br, gzip" } }, (cache) => {
      return (request, response) => {
        void cache.page("/", async () => picture).then((found) => found && send(request, response, found));
      };
    });
    expect([first.headers.get("content-encoding"), text.length, again.status]).toEqual([null, 1200, 304]);
  });

  test("says since when it is so, and not to whoever has it; what changed within its second is told apart", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-01T12:00:00.700Z") });
    try {
      const cache = new PageCache();
      let words = "one ";
      const ask = async (headers: Record<string, string> = {}) => {
        const kept = await cache.page("/", async () => page(words));
        const sent = new Map<string, unknown>();
        const status: number[] = [];
        const response = {
          setHeader: (name: string, value: unknown) => sent.set(name.toLowerCase(), value),
          hasHeader: (name: string) => sent.has(name),
          writeHead: (code: number) => {
            status.push(code);
            return response;
          },
          end: () => undefined,
        };
        if (kept) send({ headers, method: "GET" } as never, response as never, kept);
        return { status: status[0], changed: sent.get("last-modified") };
      };
      expect(await ask(), "not before its second is over").toEqual({ status: 200, changed: undefined });
      vi.advanceTimersByTime(1500);
      const first = "Thu, 01 Jan 2026 12:00:00 GMT";
      expect((await ask()).changed).toBe(first);
      expect((await ask({ "if-modified-since": first })).status).toBe(304);
      expect((await ask({ "if-modified-since": first, "if-none-match": '"other"' })).status).toBe(200);
      expect((await ask({ "if-modified-since": "nonsense" })).status).toBe(200);
      vi.advanceTimersByTime(60_000);
      raise(["front"]);
      expect(await ask({ "if-modified-since": first }), "rendered again, and the same").toMatchObject({ status: 304 });
      words = "two ";
      raise(["front"]);
      vi.advanceTimersByTime(60_000);
      expect((await ask({ "if-modified-since": first })).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  test("answers HEAD with its size and no words", async () => {
    const { first, text } = await served({ method: "HEAD", headers: { "Accept-Encoding": "identity" } }, answer);
    expect([first.headers.get("content-length"), text]).toEqual(["2400", ""]);
  });

  test("is the same words in every form", async () => {
    const kept = await new PageCache().page("/", async () => page("words "));
    expect(brotliDecompressSync(kept?.br ?? Buffer.alloc(0)).toString()).toBe("words ".repeat(400));
  });
});
