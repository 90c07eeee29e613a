import type { Browser, BrowserContext } from "@playwright/test";
import { SaxesParser } from "saxes";
import { z } from "zod";
import { problemsIn } from "#/server/testing/body";
import { expect, test } from "../people";
import { attacks, naughty, spread, within } from "../site/hostile/corpus";
import type { Caller } from "../site/hostile/door";
import { Eyes } from "../site/hostile/eyes";
import { changeFaces, type Written, village, writeComments, writePosts } from "../site/hostile/flood";
import { operate } from "../site/hostile/settings";
import { ask, fails, inLanes } from "../site/hostile/wire";
import { type Kith, startKith } from "../site/kith";

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

const postsInAll = 30;

let kith: Kith;
let people: Record<string, Caller>;
let posts: { key: string; href: string }[];
let written: Written[];

const caller = (handle: string): Caller => people[handle] ?? fails(`${handle} is not in the village`);

test.beforeAll(async () => {
  kith = await startKith({ demo: true });
  expect(await operate(kith, "settings", "set", "comments.minute", "1000000")).toContain("1000000");
  people = await village(kith);
});
test.afterAll(async () => {
  await kith?.stop();
});

test("the eyes see every kind of hole", async ({ browser }) => {
  const holes = [
    "<script>alert(1)</script>",
    "<img src=/x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    "<iframe></iframe>",
    "<svg onload=alert(1)></svg>",
    "<form action=https://evil.example></form>",
    "<img src=https://evil.example/x.png>",
    "<base href=https://evil.example/>",
    "<style>*{}</style>",
    '<div class="prose"><p style="color:red">x</p></div>',
    '<div class="prose"><button>x</button></div>',
  ];
  const context = await browser.newContext({ bypassCSP: true });
  const eyes = await Eyes.open(context, kith.url);
  await eyes.reads("/");
  for (const hole of holes) {
    await eyes.page.evaluate(
      (html) => document.body.append(document.createRange().createContextualFragment(html)),
      hole,
    );
    expect(await eyes.looks(), hole).not.toEqual([]);
    await eyes.page.evaluate(() => document.body.lastElementChild?.remove());
  }
  await expect.poll(() => eyes.noticed.join("\n")).toContain("alert() was called");
  expect(eyes.noticed.join("\n")).toContain("https://evil.example/x.png was asked for");
  await context.close();

  const held = await Eyes.open(await browser.newContext(), kith.url);
  await held.reads("/");
  await held.page.evaluate(() =>
    document.body.append(document.createRange().createContextualFragment("<img src=/x onerror=alert(1)>")),
  );
  await expect.poll(() => held.noticed.join("\n")).toContain("the policy stopped script-src");
  await held.page.context().close();
});

test("every payload comes in by the doors members have", async () => {
  const authors = ["justin", "susan", "mireille", "asa", "yukari", "layla", "tomas", "priya"].map(caller);
  posts = await writePosts(authors, postsInAll);
  written = await writeComments(authors, posts);
  expect(posts).toHaveLength(postsInAll);
  expect(written.length).toBeGreaterThan(attacks().length / 4 + naughty().length - 15);
});

test("what was typed comes back as it was typed, and difficult words can be read", async () => {
  const difficult = written.filter(({ id }) => id.startsWith("naughty"));
  expect(difficult.length).toBeGreaterThan(150);
  const source = z.object({ source: z.string() });
  const lost: string[] = [];
  await inLanes([...difficult, ...written.filter((_, i) => i % 25 === 0)], 6, async ({ id, key, payload, author }) => {
    const kept = (await author.reads("comments.toEdit", { key }, source)).source;
    if (kept !== payload.replaceAll("\0", "").toWellFormed()) lost.push(id);
  });
  expect(lost).toEqual([]);
});

test("no thread runs a script, for a guest", async ({ browser }) => {
  const context = await browser.newContext();
  const eyes = await Eyes.open(context, kith.url);
  const threads = posts.slice(0, Math.ceil(written.length / 248));
  const seen = new Set<string>();
  for (const { href } of posts) {
    expect(await eyes.reads(href), href).toEqual([]);
    for (const id of await eyes.page.locator("li.c").evaluateAll((all) => all.map(({ id }) => id))) seen.add(id);
  }
  expect(eyes.noticed).toEqual([]);
  expect(threads.length).toBeGreaterThan(2);
  expect(written.filter(({ key }) => !seen.has(`c-${key}`)).map(({ id }) => id)).toEqual([]);

  // Words that are neither markup nor empty stand there for everybody to see.
  const plain = written.filter(
    ({ id, payload }) => id.startsWith("naughty") && /[\p{L}\p{N}]/u.test(payload) && !/[<>&]/.test(payload),
  );
  expect(plain.length).toBeGreaterThan(70);
  const unseen: string[] = [];
  for (const { href } of threads) {
    await eyes.page.goto(`${kith.url}${href}`);
    const texts = await eyes.page
      .locator("li.c")
      .evaluateAll((all) => all.map((it) => [it.id, it.querySelector(".c-body")?.textContent ?? ""] as const));
    const shown = new Map(texts);
    for (const { id, key } of plain) if (shown.get(`c-${key}`)?.trim() === "") unseen.push(id);
  }
  expect(unseen).toEqual([]);
  await context.close();
});

test("no name, note, report or reason runs a script, wherever it is shown", async ({ browser }) => {
  const [owner, moderator, renske] = [caller("candy"), caller("shawn"), caller("renske")];
  const members = Object.entries(people)
    .filter(([handle]) => !["candy", "shawn", "dilys"].includes(handle))
    .map(([, one]) => one);
  const notes = within(500, attacks());
  await inLanes(members, 4, async (member, i) => {
    await member.mutate("connections.request", {
      to: { handle: "candy" },
      how: "other",
      note: `${notes[i * 90]?.payload} — we met in the comments, I think`,
    });
    await member.mutate("connections.request", {
      to: { handle: "renske" },
      how: "other",
      note: `${notes[i * 90 + 1]?.payload} — we met in the comments, I think`,
    });
  });
  await inLanes(
    written.filter((_, i) => i % 6 === 0),
    4,
    async ({ key, payload }, i) => {
      const member = members[i % members.length] ?? renske;
      await member.mutate("moderation.report", {
        thing: { comment: key },
        reason: "other",
        words: payload.slice(0, 490),
      });
      if (i % 5 === 0)
        await moderator.mutate("moderation.hide", {
          thing: { comment: key },
          rule: "kind",
          reason: payload.slice(0, 900) || "words",
        });
    },
  );
  const asOwner = await opened(browser, owner);
  const asRenske = await opened(browser, renske);
  const guest = await browser.newContext();
  const [sees, told, reads] = [
    await Eyes.open(asOwner, kith.url),
    await Eyes.open(asRenske, kith.url),
    await Eyes.open(guest, kith.url),
  ];
  const tag = await owner.reads(
    "posts.byKey",
    { key: posts[0]?.key },
    z.object({ tags: z.array(z.object({ slug: z.string() })) }),
  );
  const slug = tag.tags[0]?.slug ?? fails("the post has no tag");

  let names = 0;
  for (const round of [0, 1, 2]) {
    names += await changeFaces(members, round);
    for (const path of [
      "/people",
      "/queue",
      "/log",
      "/requests",
      "/feed",
      "/m/renske",
      "/m/justin",
      posts[0]?.href ?? "/",
    ])
      expect(await sees.reads(path), path).toEqual([]);
    for (const path of ["/comments", "/", "/m/justin", "/m/asa"]) expect(await reads.reads(path), path).toEqual([]);
  }
  for (const path of [
    "/notifications",
    "/network",
    "/people/justin",
    "/queue/held",
    `/t/${encodeURIComponent(slug)}`,
    `/c/${written[3]?.key}/hide`,
    `/m/justin/connect`,
  ])
    expect(await sees.reads(path), path).toEqual([]);
  for (const path of [
    "/settings",
    "/requests",
    "/notifications",
    "/feed",
    `/report?comment=${written[1]?.key}`,
    written[1]?.href ?? "/",
  ])
    expect(await told.reads(path), path).toEqual([]);
  expect(names).toBeGreaterThan(30);
  expect([...sees.noticed, ...told.noticed, ...reads.noticed]).toEqual([]);
  for (const context of [asOwner, asRenske, guest]) await context.close();
});

test("a title is words in the head of its page, and a feed is XML to a strict reader", async () => {
  const title = z.object({ title: z.string() });
  await inLanes(posts, 4, async ({ key, href }) => {
    const { title: typed } = await caller("candy").reads("posts.byKey", { key }, title);
    const { body } = await ask(kith.url, href);
    const [, inHead = ""] = /<title>([^<]*)<\/title>/.exec(body) ?? [];
    expect(plain(inHead)).toBe(`${typed} · Kith`);
    expect(body.match(/<title>/g)).toHaveLength(1);
  });
  const items = z.object({ items: z.array(z.object({ title: z.string(), content_html: z.string() })) });
  for (const path of ["/posts", "/comments", "/m/justin/posts", `/p/${posts[0]?.key}/comments`]) {
    for (const language of ["atom", "rss"]) {
      const { status, body } = await ask(kith.url, `${path}.${language}`);
      expect(status, path).toBe(200);
      expect(entriesOf(body), path).toBeGreaterThan(0);
    }
    const { headers, body } = await ask(kith.url, `${path}.json`);
    expect(headers["content-type"]).toMatch(/^application\/feed\+json/);
    const told = items.parse(JSON.parse(body)).items;
    expect(told.length, path).toBeGreaterThan(0);
    for (const { content_html } of told) expect(problemsIn(content_html), path).toEqual([]);
  }
  expect(() => entriesOf("<feed><entry>&nbsp;</entry></feed>")).toThrow();
});

test("whatever is searched for comes back as it was typed, in the box and in every filter", async () => {
  const odd = [...naughty(), ...spread(60, attacks())].filter(({ payload }) => [...payload].length <= 60);
  expect(odd.length).toBeGreaterThan(150);
  const scripts = (body: string) => body.match(/<script/gi)?.length;
  const asked = (typed: Record<string, string>) => ask(kith.url, `/search?${new URLSearchParams(typed)}`);
  const usual = scripts((await asked({ q: "words" })).body);
  const wrong: string[] = [];
  await inLanes(odd, 6, async ({ id, payload }) => {
    const typed = payload.replaceAll("\0", "").toWellFormed();
    const { status, body } = await asked({ q: typed, from: typed, tag: typed, after: typed, within: typed });
    const box = /<input[^>]*id="words"[^>]*>/.exec(body)?.[0] ?? "";
    if (status >= 500) wrong.push(`${id} answered ${status}`);
    else if (plain(/value="([^"]*)"/.exec(box)?.[1] ?? "").trim() !== typed.trim()) wrong.push(`${id} is other words`);
    if (scripts(body) !== usual) wrong.push(`${id} brings a script`);
  });
  expect(wrong).toEqual([]);
});

/** A browser that is signed in as somebody. */
async function opened(browser: Browser, { cookie }: Caller): Promise<BrowserContext> {
  const context = await browser.newContext();
  const [name = "", value = ""] = cookie?.split("=") ?? [];
  await context.addCookies([{ name, value, url: kith.url, httpOnly: true, sameSite: "Lax" }]);
  return context;
}

const plain = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

/** How many entries a feed has, to a reader that forgives nothing. */
function entriesOf(xml: string): number {
  let entries = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    if (name === "entry" || name === "item") entries += 1;
  });
  parser.write(xml).close();
  return entries;
}
