import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type RunningSite, startSite } from "#/server/testing/web";
import { FetchRefused, type NotFetched } from "./errors";
import { Guard, type GuardSettings } from "./guard";
import { addressesMeant } from "./index";

const sites: RunningSite[] = [];
const site = async (answers: Parameters<typeof startSite>[0] = {}) => {
  const running = await startSite(answers);
  sites.push(running);
  return running;
};
afterEach(async () => {
  await Promise.all(sites.splice(0).map((it) => it.close()));
});

const guard = (settings: Partial<GuardSettings> = {}) =>
  new Guard({ privateHosts: [], agent: "Kith (+https://kith.example)", ...settings });
/** A guard that may ask one local site. */
const guardFor = (running: RunningSite, settings: Partial<GuardSettings> = {}) =>
  guard({ privateHosts: [{ host: "127.0.0.1", port: String(running.port) }], ...settings });

const refused = async (promise: Promise<unknown>): Promise<NotFetched | "nothing"> =>
  promise.then(
    () => "nothing" as const,
    (error: unknown) => {
      if (error instanceof FetchRefused) return error.because;
      throw error;
    },
  );
const closed = async (running: RunningSite) => {
  for (let tries = 0; (await running.open()) > 0; tries += 1) {
    if (tries > 100) throw new Error("A connection stayed open");
    await new Promise((next) => setTimeout(next, 20));
  }
};

describe("the guarded fetch", () => {
  test("brings a page with its address, type and version, and says honestly who asks", async () => {
    const blog = await site({
      "/": { type: "Text/HTML; charset=utf-8", body: "Grüße", headers: { etag: '"1"', link: '</f>; rel="alternate"' } },
    });
    const page = await guardFor(blog).fetch(blog.url);
    expect(page).toMatchObject({
      address: `${blog.url}/`,
      type: "text/html",
      etag: '"1"',
      link: '</f>; rel="alternate"',
    });
    expect(page.text()).toBe("Grüße");
    expect(blog.asked[0]?.headers["user-agent"]).toBe("Kith (+https://kith.example)");
    expect(blog.asked[0]?.headers.cookie).toBeUndefined();
  });

  test("refuses in words that every copy of this module understands, whichever of them made it", async () => {
    const nobody = guard({ resolve: async () => [] });
    const refusal = await nobody.fetch("https://kith.example/").catch((error: unknown) => error);
    vi.resetModules();
    const another = await import("./errors");
    expect(another.FetchRefused).not.toBe(FetchRefused);
    expect(refusal).toBeInstanceOf(another.FetchRefused);
    expect(new Error("too-slow")).not.toBeInstanceOf(another.FetchRefused);
  });

  test("sends back no cookie that it was given, also on a redirect", async () => {
    const blog = await site({
      "/": (_, response) => response.writeHead(302, { location: "/there", "set-cookie": "a=b" }).end(),
      "/there": { type: "text/plain", body: "there" },
    });
    expect((await guardFor(blog).fetch(blog.url)).address).toBe(`${blog.url}/there`);
    expect(blog.asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });

  test("learns that nothing changed, and brings what did", async () => {
    const feed = await site({
      "/feed": (request, response) => {
        if (request.headers["if-none-match"] === '"2"') response.writeHead(304).end();
        else response.writeHead(200, { etag: '"2"', "last-modified": "Mon, 23 Nov 2026 10:00:00 GMT" }).end("new");
      },
    });
    const own = guardFor(feed);
    const first = await own.fetchIfNew(`${feed.url}/feed`, { etag: '"1"', lastModified: null });
    expect(first?.text()).toBe("new");
    expect(first?.lastModified).toBe("Mon, 23 Nov 2026 10:00:00 GMT");
    expect(await own.fetchIfNew(`${feed.url}/feed`, { etag: first?.etag ?? null, lastModified: null })).toBeNull();
  });

  test("follows three redirects and no fourth", async () => {
    const blog = await site({ "/0": { type: "text/plain", body: "home" } });
    for (const step of [1, 2, 3, 4])
      blog.at(`/${step}`, (_, response) => response.writeHead(301, { location: `/${step - 1}` }).end());
    blog.at("/round", (_, response) => response.writeHead(302, { location: "/round" }).end());
    const own = guardFor(blog);
    expect((await own.fetch(`${blog.url}/3`)).text()).toBe("home");
    expect(await refused(own.fetch(`${blog.url}/4`))).toBe("too-many-redirects");
    expect(await refused(own.fetch(`${blog.url}/round`))).toBe("too-many-redirects");
  });

  test("does not follow a redirect inside: the second host sees no connection", async () => {
    const inside = await site({ "/": { type: "text/plain", body: "secret" } });
    const outside = await site();
    const own = guardFor(outside);
    for (const to of [inside.url, `http://[::ffff:127.0.0.1]:${inside.port}/`, "file:///etc/passwd", "http://[::1"]) {
      outside.at("/", (_, response) => response.writeHead(302, { location: to }).end());
      expect(await refused(own.fetch(outside.url)), to).toMatch(/^(private|bad)-address$/);
    }
    expect(inside.connections()).toBe(0);
  });

  test("does not believe a name that answers with an inside address, however often it is asked", async () => {
    const inside = await site({ "/": { type: "text/plain", body: "secret" } });
    const answers = ["127.0.0.1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254", "::1"];
    const asked: string[] = [];
    const own = guard({
      resolve: async (name) => {
        asked.push(name);
        const address = answers[asked.length - 1] ?? "0.0.0.0";
        return [{ address, family: address.includes(":") ? 6 : 4 }];
      },
    });
    for (const _ of answers) expect(await refused(own.fetch("http://rebind.example/"))).toBe("private-address");
    expect(asked).toHaveLength(answers.length);
    expect(inside.connections()).toBe(0);
  });

  test("cuts an endless body at the limit and hangs up", async () => {
    const endless = await site({
      "/": (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, "x")));
        };
        response.writeHead(200).on("drain", more);
        more();
      },
      "/long": { type: "text/plain", body: "x".repeat(5_000) },
    });
    const own = guardFor(endless);
    expect(await refused(own.fetch(endless.url))).toBe("too-large");
    await closed(endless);
    expect(await refused(own.fetch(`${endless.url}/long`, { most: 4_999 }))).toBe("too-large");
    expect((await own.fetch(`${endless.url}/long`, { most: 5_000 })).body).toHaveLength(5_000);
  });

  test("counts the bytes of a packed body as they unpack", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const headers = { "content-encoding": "gzip" };
    const packed = await site({
      "/bomb": { type: "text/plain", body: bomb, headers },
      "/twice": { type: "text/plain", body: gzipSync(bomb), headers: { "content-encoding": "gzip, gzip" } },
      "/small": { type: "text/plain", body: gzipSync("small"), headers },
      "/broken": { type: "text/plain", body: "not packed at all", headers },
    });
    const own = guardFor(packed);
    const before = process.memoryUsage().arrayBuffers;
    expect(await refused(own.fetch(`${packed.url}/bomb`))).toBe("too-large");
    expect(await refused(own.fetch(`${packed.url}/twice`))).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
    expect((await own.fetch(`${packed.url}/small`)).text()).toBe("small");
    expect(await refused(own.fetch(`${packed.url}/broken`))).toBe("unreachable");
  });

  test("keeps one deadline over headers that drip, bodies that drip and redirects that dawdle", async () => {
    const drip = (text: string, write: (piece: string) => boolean) => {
      const letters = [...text];
      const timer = setInterval(() => write(letters.shift() ?? "x"), 40);
      return () => clearInterval(timer);
    };
    const slow = await site({
      "/head": ({ socket }) => {
        socket.on(
          "close",
          drip("HTTP/1.1 200 OK\r\nX: ", (piece) => socket.write(piece)),
        );
      },
      "/body": ({ socket }, response) => {
        response.writeHead(200);
        socket.on(
          "close",
          drip("", (piece) => response.write(piece)),
        );
      },
      "/hop": (_, response) => {
        setTimeout(() => response.writeHead(302, { location: "/hop" }).end(), 200);
      },
    });
    const own = guardFor(slow);
    for (const path of ["/head", "/body", "/hop"]) {
      expect(await refused(own.fetch(`${slow.url}${path}`, { within: 350 })), path).toBe("too-slow");
    }
    await closed(slow);
  });

  test("takes only the types it was asked for, and whatever says none", async () => {
    const blog = await site({
      "/film": { type: "video/mp4", body: "film" },
      "/feed": { type: "application/rss+xml; charset=utf-8", body: "feed" },
      "/none": (_, response) => response.writeHead(200).end("none"),
    });
    const own = guardFor(blog);
    const types = ["application/rss+xml", "text/*"];
    expect(await refused(own.fetch(`${blog.url}/film`, { types }))).toBe("wrong-type");
    expect((await own.fetch(`${blog.url}/feed`, { types })).text()).toBe("feed");
    expect((await own.fetch(`${blog.url}/none`, { types })).text()).toBe("none");
  });

  test("says which status a site refused with, and when nobody answers", async () => {
    const blog = await site();
    const own = guardFor(blog);
    await expect(own.fetch(`${blog.url}/gone`)).rejects.toMatchObject({ because: "status", status: 404 });
    const url = blog.url;
    await blog.close();
    expect(await refused(own.fetch(url))).toBe("unreachable");
  });

  test("is polite: two at once to a host, and so many in a minute", async () => {
    let now = 0;
    let most = 0;
    const busy = await site({
      "/": (_, response) => {
        now += 1;
        most = Math.max(most, now);
        setTimeout(() => {
          now -= 1;
          response.end("done");
        }, 30);
      },
    });
    const own = guardFor(busy, { politeness: { perHost: 2, inAll: 3, perMinute: 6 } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => own.fetch(busy.url)));
    expect(answers).toHaveLength(6);
    expect(most).toBe(2);
    expect(await refused(own.fetch(busy.url))).toBe("busy");
  });

  test("sends a form, tells who sends it, and reads nothing of the answer but its status", async () => {
    const heard: string[] = [];
    const hub = await site({
      "/": (request, response) => {
        request.on("data", (piece: Buffer) =>
          heard.push(`${request.method} ${request.headers["content-type"]} ${piece.toString()}`),
        );
        request.on("end", () => {
          const more = () => {
            while (!response.destroyed && response.write(Buffer.alloc(65_536, "x")));
          };
          response.writeHead(202).on("drain", more);
          more();
        });
      },
      "/no": (_, response) => response.writeHead(500).end("why"),
    });
    const own = guardFor(hub);
    await own.post(hub.url, new URLSearchParams({ "hub.topic": "https://kith.example/a&b" }));
    const body = "hub.topic=https%3A%2F%2Fkith.example%2Fa%26b";
    expect(heard).toEqual([`POST application/x-www-form-urlencoded ${body}`]);
    expect(hub.asked[0]?.headers).toMatchObject({ "user-agent": "Kith (+https://kith.example)" });
    await closed(hub);
    await expect(own.post(`${hub.url}/no`, new URLSearchParams())).rejects.toMatchObject({
      because: "status",
      status: 500,
    });
  });

  test("sends no form inside, whatever the name says when it is connected to, and follows no redirect with one", async () => {
    const inside = await site({ "/": { type: "text/plain", body: "secret" } });
    const form = new URLSearchParams({ a: "b" });
    const rebinding = guard({ resolve: async () => [{ address: "127.0.0.1", family: 4 }] });
    expect(await refused(rebinding.post("http://rebind.example/", form))).toBe("private-address");
    expect(await refused(guard().post(inside.url, form))).toBe("private-address");
    expect(await refused(guard().post("ftp://hub.example/", form))).toBe("bad-address");
    const outside = await site({
      "/": (_, response) => response.writeHead(307, { location: inside.url }).end(),
      "/home": (_, response) => response.writeHead(303, { location: "/landed" }).end(),
      "/landed": { type: "text/plain", body: "landed" },
    });
    for (const path of ["", "/home"])
      expect(await refused(guardFor(outside).post(outside.url + path, form)), path).toBe("status");
    expect(inside.connections()).toBe(0);
    expect(outside.asked.map(({ path }) => path)).toEqual(["/", "/home"]);
  });

  test("waits for whoever takes a form no longer than it was told", async () => {
    const slow = await site({ "/": () => undefined });
    expect(await refused(guardFor(slow).post(slow.url, new URLSearchParams(), { within: 350 }))).toBe("too-slow");
    await closed(slow);
  });

  test("leaves the platform's own fetch as it was, forms included", async () => {
    const form = await site({
      "/form": (request, response) => {
        const pieces: Buffer[] = [];
        request.on("data", (piece: Buffer) => pieces.push(piece)).on("end", () => response.end(Buffer.concat(pieces)));
      },
    });
    const body = new FormData();
    body.set("name", "Candy");
    const echoed = await (await fetch(`${form.url}/form`, { method: "POST", body })).text();
    expect(echoed).toContain("Candy");
  });

  test("reads a bare domain as https first, and a whole address as itself", () => {
    expect(addressesMeant("candy.example/blog")).toEqual(["https://candy.example/blog", "http://candy.example/blog"]);
    expect(addressesMeant("http://candy.example")).toEqual(["http://candy.example"]);
  });
});
