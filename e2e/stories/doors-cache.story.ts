import { z } from "zod";
import { expect, site, test, villagePassword } from "../people";
import { Caller, enter } from "../site/hostile/door";
import { type Answer, ask, fails, inLanes } from "../site/hostile/wire";

test.setTimeout(90_000);

const password = villagePassword;
const made = z.object({ key: z.string(), href: z.string() });
const guest = () => new Caller(site());

let members: Caller[];
let shawn: Caller;
let post: z.infer<typeof made>;

test.beforeAll(async () => {
  members = [];
  for (const handle of ["justin", "susan", "candy"]) members.push(await enter(site(), handle, password()));
  shawn = await enter(site(), "shawn", password());
  const words = { title: "What everybody may see", source: "And nothing else.", publish: true };
  post = await shawn.makes("posts.write", words, made);
});
test.afterAll(async () => {
  await shawn?.mutate("posts.delete", { key: post.key });
});

/** What only stands on the page of somebody who is in: their name, their way out, their acts. */
const membersOnly = /sign out|href="\/settings"|href="\/write"|>Report<|href="\/notifications"|c--mine/i;

test("a guest never gets what was made for a member, however the two come in turn", async () => {
  const paths = [
    "/",
    post.href,
    `/p/${post.key}/card.png`,
    "/comments",
    "/m/shawn",
    "/posts.atom",
    `/?again=${Date.now()}`,
  ];
  expect((await (members[0] ?? shawn).page("/")).body, "a member's page can be told").toMatch(membersOnly);
  const turns = paths.flatMap((path) => Array.from({ length: 12 }, (_, i) => ({ path, i })));
  const kept = new Map<string, string>();
  await inLanes(turns, 8, async ({ path, i }) => {
    const member = i % 2 ? members[i % members.length] : undefined;
    const method = i % 5 === 4 ? "HEAD" : "GET";
    const answer = await (member ?? guest()).page(path, {
      method,
      headers: i % 3 ? {} : { "accept-encoding": "identity" },
    });
    expect(answer.status, path).toBe(200);
    expect(answer.headers.vary, path).toContain("Cookie");
    if (member) {
      expect(answer.headers["cache-control"], path).toBe("private, no-store");
      expect(answer.headers.etag, path).toBeUndefined();
      return;
    }
    expect(answer.headers["cache-control"], path).toBe("public, max-age=0, must-revalidate");
    expect(answer.headers["set-cookie"], path).toBeUndefined();
    expect(answer.body, `${path} as a guest`).not.toMatch(membersOnly);
    if (method === "HEAD") expect(answer.body).toBe("");
    else expect(answer.body, path).toBe(kept.get(path) ?? kept.set(path, answer.body).get(path));
  });
});

test("a name that is no session, or an ended one, is nobody's", async () => {
  for (const cookie of [
    "kith=",
    "kith=nonsense",
    "kith=nonsense; kith=more",
    "__Host-kith=nonsense",
    "kith-more=1",
    "KITH=1",
    `a=b; kith=${"x".repeat(400)}`,
  ]) {
    const { status, headers, body } = await ask(site(), "/", { headers: { cookie } });
    expect(status, cookie).toBe(200);
    expect(body, cookie).not.toMatch(membersOnly);
    if (/(^|; )(__Host-)?kith=/.test(cookie)) expect(headers["cache-control"], cookie).toBe("private, no-store");
  }
});

test("what did not change is not sent again, and a member is never told so", async () => {
  const first = await guest().page(post.href);
  const etag = first.headers.etag ?? fails("the page has no etag");
  const again = await guest().page(post.href, { headers: { "if-none-match": etag } });
  expect({ status: again.status, body: again.body }).toEqual({ status: 304, body: "" });
  expect(again.headers.vary).toContain("Cookie");
  const member = await (members[0] ?? shawn).page(post.href, { headers: { "if-none-match": etag } });
  expect(member.status).toBe(200);
  expect(member.body).toMatch(membersOnly);
  const part = await guest().page(`${post.href}?part=${Date.now()}`, { headers: { range: "bytes=0-0" } });
  expect(part.status).toBe(200);
  expect(part.body.length).toBeGreaterThan(1000);
});

test("one guest's address, host or way of asking is not another's page", async () => {
  const plain = await guest().page("/");
  const marked = "q-of-somebody-else";
  for (const path of [
    `/?${marked}`,
    `/?x=${marked}`,
    `/?cursor=${marked}`,
    `/?c=${marked}#${marked}`,
    `/;${marked}`,
    `/%3F${marked}`,
  ])
    expect((await ask(site(), path.split("#")[0] ?? "/")).status, path).toBeLessThan(500);
  for (const headers of [
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example" },
    { "x-original-url": `/${marked}` },
    { cookie: `theme=${marked}` },
  ])
    await ask(site(), "/", { headers });
  const after = await guest().page("/");
  expect(after.body).toBe(plain.body);
  expect(after.body).not.toContain(marked);
});

test("a hidden comment is gone for guests within a second, and back when it is shown again", async () => {
  const words = `Something that must go, ${Date.now()}`;
  const { key } = await (members[0] ?? shawn).makes("comments.write", { postKey: post.key, source: words }, made);
  const places = [
    post.href,
    "/",
    "/comments",
    "/comments.atom",
    `/p/${post.key}/comments.atom`,
    `/api/thread?post=${post.key}`,
    `${post.href}?c=${key}`,
  ];
  const seen = async () => {
    const answers = await Promise.all(
      places.map(async (path): Promise<[string, Answer]> => [path, await guest().page(path)]),
    );
    return answers.filter(([, { body }]) => body.includes(words)).map(([path]) => path);
  };
  expect(await seen()).toEqual(places);
  for (const _ of [1, 2]) await seen();

  const hidden = await shawn.mutate("moderation.hide", {
    thing: { comment: key },
    rule: "kind",
    reason: "For the story",
  });
  expect(hidden.status).toBe(200);
  const since = Date.now();
  expect(await seen(), "at once, in the process that hid it").toEqual([]);
  expect(Date.now() - since).toBeLessThan(20_000);
  await shawn.mutate("moderation.unhide", { thing: { comment: key }, undo: true });
  expect(await seen()).toEqual(places);
});

test("a post's page names its card, a picture that is gone while the post is hidden and follows its title", async () => {
  const at = `/p/${post.key}/card.png`;
  const named = async (by: Caller, href = post.href) =>
    /<meta property="og:image" content="([^"]+)"/.exec((await by.page(href)).body)?.[1] ?? null;
  const bytes = async () => Buffer.from(await (await fetch(`${site()}${at}`)).arrayBuffer());
  const missing = await guest().page("/p/aaaaaaaaaa/card.png");
  const isLikeMissing = ({ status, headers, body }: Answer) => {
    expect({ ...headers, status, body: body.slice(0, 80), date: "" }).toEqual({
      ...missing.headers,
      status: 404,
      body: missing.body,
      date: "",
    });
  };
  expect(await named(guest())).toBe(`${site()}${at}`);
  expect((await guest().page(post.href)).body).toContain('name="twitter:card" content="summary_large_image"');
  const first = await bytes();
  expect([first.toString("latin1", 1, 4), first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual(["PNG", 1200, 630]);
  const { headers } = await guest().page(at, { headers: { "accept-encoding": "br, gzip" } });
  expect(headers).toMatchObject({
    "content-type": "image/png",
    "content-length": String(first.length),
    "cache-control": "public, max-age=0, must-revalidate",
    "cross-origin-resource-policy": "cross-origin",
  });
  expect((await guest().page(at, { headers: { "if-none-match": headers.etag ?? "" } })).status).toBe(304);

  const [, , candy = shawn] = members;
  const does = async (by: Caller, what: string, input: unknown) =>
    expect((await by.mutate(what, input)).status).toBe(200);
  await does(candy, "moderation.hide", { thing: { post: post.key }, rule: "kind", reason: "For the story" });
  isLikeMissing(await guest().page(at));
  expect((await shawn.page(post.href)).status).toBe(200);
  expect(await named(shawn)).toBeNull();
  await does(candy, "moderation.unhide", { thing: { post: post.key }, undo: true });
  expect((await bytes()).equals(first)).toBe(true);
  await does(shawn, "posts.edit", { key: post.key, title: "What everybody sees", source: "Nothing else.", tags: [] });
  expect((await bytes()).equals(first)).toBe(false);

  const words = { title: "What members may see", source: "x", audience: "members", publish: true };
  const inner = await shawn.makes("posts.write", words, made);
  expect(await named(shawn, inner.href)).toBeNull();
  isLikeMissing(await guest().page(`/p/${inner.key}/card.png`));
  await shawn.mutate("posts.delete", { key: inner.key });
});
