import { z } from "zod";
import { expect, site, test, villagePassword } from "../people";
import { lies, redirects } from "../site/hostile/corpus";
import { Caller, enter } from "../site/hostile/door";
import { fieldsOf, sends } from "../site/hostile/form";
import { type Answer, ask, fails, inLanes, say } from "../site/hostile/wire";

test.setTimeout(120_000);

const guest = () => new Caller(site());
const password = villagePassword;
const made = z.object({ key: z.string(), href: z.string() });
const evil = "evil.example";

let owner: Caller;
let susan: Caller;
let post: z.infer<typeof made>;

test.beforeAll(async () => {
  owner = await enter(site(), "candy", password());
  await owner.mutate("settings.set", { key: "sign-in.address-quarter-hour", value: 1_000_000 });
  await owner.mutate("settings.set", { key: "sign-in.quarter-hour", value: 1_000_000 });
  susan = await enter(site(), "susan", password());
  const words = { title: "The door", source: "Who knocks?", publish: true };
  post = await susan.makes("posts.write", words, made);
});
test.afterAll(async () => {
  await susan?.mutate("posts.delete", { key: post.key });
});

/** Every kind of answer this site gives, by what it is. */
async function everyKind(): Promise<[what: string, answer: Answer][]> {
  const home = (await guest().page("/")).body;
  const script = /\/_next\/static\/[^"]+\.js/.exec(home)?.[0] ?? fails("the page has no script");
  return [
    ["a page", await guest().page("/")],
    ["a member's page", await susan.page("/feed")],
    ["a page that is not there", await guest().page("/nobody/knows")],
    ["a redirect", await guest().page("/feed")],
    ["a post's old address", await guest().page(`/p/${post.key}`)],
    ["a script", await guest().page(script)],
    ["an icon", await guest().page("/icon.svg")],
    ["robots.txt", await guest().page("/robots.txt")],
    ["a feed", await guest().page("/posts.atom")],
    ["a feed that is not there", await guest().page("/p/0000000000/comments.atom")],
    ["the api", await guest().page("/api/trpc/settings.site")],
    ["a refusal of the api", await guest().page("/api/trpc/feed.items")],
    ["a thread", await guest().page(`/api/thread?post=${post.key}`)],
    ["a thread from nowhere", await guest().page(`/api/thread?post=${post.key}&cursor=nowhere`)],
    ["health", await guest().page("/api/health/live")],
    ["a way that is not known", await ask(site(), "/", { method: "DELETE" })],
    ["an address that cannot be read", await guest().page("/%E0%A4%A")],
    [
      "a form of another site",
      await ask(site(), "/", { method: "POST", headers: { origin: `https://${evil}` }, body: "x" }),
    ],
    [
      "a form that is too long",
      await guest()
        .post("/enter", "", { headers: { "content-length": "99999999" } })
        .catch(() => never),
    ],
    [
      "a form without a length",
      await ask(site(), "/enter", {
        method: "POST",
        headers: { origin: site(), "transfer-encoding": "chunked" },
        body: [Buffer.from("x")],
      }),
    ],
    ["a picture of another site", await guest().page(`/_next/image?url=https://${evil}/a.png&w=64&q=75`)],
    ["an act nobody has", await guest().post("/", "[]", { headers: { "next-action": "0".repeat(42) } })],
  ];
}
const never: Answer = { status: 0, headers: {}, body: "" };

test("every kind of answer carries the headers that keep its reader safe", async () => {
  const statuses = new Set<number>();
  for (const [what, { status, headers, body }] of await everyKind()) {
    if (status === 0) continue;
    statuses.add(status);
    expect(status, what).toBeLessThan(500);
    expect(headers, what).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, what).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(policy, what).toContain("frame-ancestors 'none'");
    expect(policy, what).toContain("base-uri 'none'");
    expect(policy, what).not.toMatch(/unsafe|\*|https?:\/\/(?!localhost)/);
    expect(headers["x-powered-by"], what).toBeUndefined();
    expect(headers["access-control-allow-origin"], what).toBeUndefined();
    expect(headers["cache-control"], what).toMatch(/no-store|must-revalidate|immutable|max-age=3600/);
    if (/public/.test(headers["cache-control"] ?? "")) expect(headers["set-cookie"], what).toBeUndefined();
    if (what !== "a script") expect(body, what).not.toMatch(/node_modules| at [\w.]+ \(\/|DrizzleQueryError/);
  }
  expect([...statuses].toSorted((a, b) => a - b)).toEqual(
    expect.arrayContaining([200, 301, 307, 400, 401, 403, 404, 405, 411]),
  );
});

test("what a stranger says about the request changes nothing", async () => {
  const said = [
    ...lies().map(({ header, value }): [string, string] => [header, value]),
    ["x-forwarded-proto", "https"],
    ["x-forwarded-for", "1.2.3.4"],
    ["forwarded", `host=${evil};proto=https`],
    ["x-host", evil],
    ["x-middleware-subrequest", "middleware:middleware:middleware:middleware:middleware"],
    ["x-middleware-rewrite", `https://${evil}/`],
    ["x-nextjs-data", "1"],
    ["x-matched-path", "/queue"],
    ["x-now-route-matches", "1=queue"],
    ["x-prerender-revalidate", "1"],
    ["x-kith-client", "1.2.3.4"],
    ["x-http-method-override", "DELETE"],
    ["rsc", "1"],
    ["next-router-state-tree", "garbage"],
    ["next-router-prefetch", "1"],
    ["next-url", `https://${evil}/`],
    ["purpose", "prefetch"],
    ["accept", "text/x-component"],
    ["accept-language", "de"],
    ["user-agent", evil],
    ["cookie", "__prerender_bypass=1; __next_preview_data=x"],
    ["if-none-match", "*"],
    ["if-modified-since", "Sun, 06 Nov 2094 08:49:37 GMT"],
    ["expect", "100-continue"],
  ] as const;
  expect(said.length).toBeGreaterThan(30);
  const fresh = (path: string) => `${path}${path.includes("?") ? "&" : "?"}n=${Math.random()}`;
  for (const path of ["/", post.href, "/posts.atom", "/comments.atom", "/enter?to=/queue"]) {
    const true_ = body((await guest().page(path)).body);
    await inLanes(said, 4, async ([header, value]) => {
      // First a page that nobody has asked for yet, as whoever wants to poison the cache would; then the one for all.
      const address = header === "purpose" ? path : fresh(path);
      const lied = await ask(site(), address, { headers: { [header]: value } });
      expect(lied.status, `${path} with ${header}`).toBe(200);
      expect(`${JSON.stringify(lied.headers)}${lied.body}`, `${path} with ${header}`).not.toContain(evil);
      const after = await guest().page(address);
      expect(body(after.body), `${path} after ${header}`).toBe(body(lied.body));
      expect(body((await guest().page(path)).body), `${path} for all after ${header}`).toBe(true_);
    });
  }
  for (const [header, value] of said)
    expect((await ask(site(), "/queue", { headers: { [header]: value } })).status, `/queue with ${header}`).toBe(307);
  const lying = { host: evil, origin: `http://${evil}`, "x-forwarded-host": evil, "content-type": "application/json" };
  const mail = "somebody@village.example";
  await ask(site(), "/api/trpc/identities.askLink", {
    method: "POST",
    headers: lying,
    body: JSON.stringify({ mail, to: "/" }),
  });
  await expect.poll(async () => (await owner.query("identities.mails", {})).body).toContain(mail);
  const letters = (await owner.query("identities.mails", {})).body;
  expect(letters).toContain(`${site()}/enter/mail?token=`);
  expect(letters).not.toContain(evil);
});

/** A page's words, without what stands in its address or differs by the moment. */
const body = (html: string) =>
  html
    .replaceAll(/[?&;]n=[\d.]+|n=0\.\d+|%3Fn%3D[\d.]+/g, "")
    .replaceAll(/\\?"n\\?"[:,]\s*\\?"?[\d.]+\\?"?/g, "")
    .replaceAll(/nonce|_R_\w*/g, "");

test("nobody is sent on to another site", async () => {
  const more = [
    `//${evil}`,
    `/\\${evil}`,
    `/%2f%2f${evil}`,
    `https:${evil}`,
    `/%5c${evil}`,
    `\u2028//${evil}`,
    `/.//${evil}`,
    `/..//${evil}`,
    `/api/auth/signout`,
    `javascript:alert(1)`,
    `//[::1]`,
    `/\u0000/${evil}`,
  ];
  const targets = [...redirects(), ...more].map((target) =>
    target.replaceAll("{target}", evil).replaceAll("SELF", new URL(site()).host),
  );
  expect(targets.length).toBeGreaterThan(75);
  const leaves = (location: string | undefined) =>
    location !== undefined && new URL(location, site()).origin !== site();
  expect(leaves(`//${evil}`)).toBe(true);
  expect(leaves("/feed")).toBe(false);
  const fields = fieldsOf((await guest().page("/enter")).body, "who");
  await inLanes(targets, 4, async (to, i) => {
    const coded = encodeURIComponent(to);
    // The first two read it for a form; the others are asked for every sixth only, for they share what reads it.
    const others = [
      "/enter/mail?to=",
      "/enter/link?token=x&to=",
      "/welcome?to=",
      "/enter/oidc?to=",
      "/?p=",
      "/feed?to=",
    ];
    const places = ["/enter?to=", "/enter?callbackUrl=", ...(i % 6 ? [] : ["/join?to=", ...others])];
    for (const path of places.map((place) => `${place}${coded}`)) {
      const { status, headers, body } = await guest().page(path);
      expect(status, path).toBeLessThan(500);
      expect(leaves(headers.location), `${path} leads to ${headers.location}`).toBe(false);
      for (const [, onwards = ""] of body.matchAll(/name="to" value="([^"]*)"/g))
        expect(leaves(onwards.replaceAll("&amp;", "&")), `${path} goes on to ${onwards}`).toBe(false);
    }
    const { status, headers } = await sends(guest(), "/enter", {
      fields: { ...fields, who: "hank", password: password(), to },
    });
    expect(status, to).toBe(303);
    expect(headers["set-cookie"], to).toContain("kith=");
    expect(leaves(headers.location), `signing in with ${JSON.stringify(to)} led to ${headers.location}`).toBe(false);
  });
  for (const path of [
    `//${evil}/..`,
    `/\\${evil}`,
    `/%2f%2f${evil}`,
    `///${evil}//`,
    `/..//${evil}`,
    `/%5c${evil}/`,
    `/.%2e//${evil}/`,
    `/m/candy//${evil}/`,
    `/%09/${evil}/`,
  ]) {
    const { status, headers } = await ask(site(), path);
    expect(status, path).toBeLessThan(500);
    expect(leaves(headers.location), `${path} led to ${headers.location}`).toBe(false);
  }
  const whole = await say(site(), `GET http://${evil}/feed HTTP/1.1\r\nHost: ${evil}\r\nConnection: close\r\n\r\n`);
  expect(whole).toMatch(/^HTTP\/1.1 307/);
  expect(whole).not.toContain(evil);
});

test("only this site's own pages may change anything", async () => {
  const json = { "content-type": "application/json" };
  const strangers: Record<string, string>[] = [
    { origin: `https://${evil}` },
    { origin: "null" },
    { origin: `${site()}.${evil}` },
    { origin: site().replace("http:", "https:").replace(/:\d+$/, "") },
    { origin: `http://localhost:1` },
    { origin: "" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    {},
  ];
  const cookie = susan.cookie ?? "";
  const input = JSON.stringify({ postKey: post.key, source: "Not mine" });
  const fields = fieldsOf((await susan.page(post.href)).body, "postKey");
  for (const headers of strangers) {
    for (const [path, type, body] of [
      ["/api/trpc/comments.write", "application/json", input],
      ["/api/trpc/comments.write", "text/plain", input],
      ["/api/trpc/comments.write?batch=1", "application/json", JSON.stringify({ 0: JSON.parse(input) })],
      ["/api/imports", "application/xml", "<rss/>"],
      [post.href, "application/x-www-form-urlencoded", "source=Not+mine"],
      [post.href, "text/plain", "[]"],
    ] as const) {
      const answer = await ask(site(), path, {
        method: "POST",
        headers: { cookie, "content-type": type, ...headers },
        body,
      });
      expect(answer.status, `${path} from ${JSON.stringify(headers)}`).toBe(403);
    }
    const form = await ask(site(), post.href, {
      method: "POST",
      headers: { cookie, "content-type": "multipart/form-data; boundary=x", ...headers },
      body:
        Object.entries({ ...fields, source: "Not mine" })
          .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
          .join("") + "--x--\r\n",
    });
    expect(form.status, `a form from ${JSON.stringify(headers)}`).toBe(403);
  }
  expect(
    (
      await ask(site(), "/api/trpc/comments.write", {
        method: "POST",
        headers: { cookie, origin: site(), "content-type": "text/plain" },
        body: input,
      })
    ).status,
  ).toBe(415);
  expect(
    (await ask(site(), `/api/trpc/comments.write?input=${encodeURIComponent(input)}`, { headers: { cookie } })).status,
  ).toBe(405);
  expect((await guest().page(post.href)).body).not.toContain("Not mine");
  const own = await susan.post("/api/trpc/comments.write", input, { headers: json });
  expect(own.status, "the same from our own page").toBe(200);
});

test("the machinery below tells and does nothing", async () => {
  for (const path of [
    "/_next/static/../../package.json",
    "/_next/static/%2e%2e/%2e%2e/package.json",
    "/_next/static/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%5c..%5cpackage.json",
    "/.env",
    "/.next/BUILD_ID",
    "/.git/config",
    "/package.json",
    "/_next/server/app/page.js",
    "/_next/data/x/index.json",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/_next/webpack-hmr",
    "/__nextjs_original-stack-frame",
    "/api/auth/session",
    "/api/auth/csrf",
    "/dev/ui",
    "/.kith/auth-secret",
    "/public/icon.svg",
    "/%00",
    "/m/%00",
    "/t/%00",
    "/c/%00",
    "/p/%00/x",
    "/m/candy%00",
    `/${"a".repeat(12_000)}`,
  ]) {
    const { status, body } = await ask(site(), path);
    expect([400, 404], path.slice(0, 60)).toContain(status);
    expect(body, path).not.toMatch(/"dependencies"|root:x:/);
  }
  expect((await ask(site(), `/${"a".repeat(20_000)}`)).status).toBe(431);
  expect((await ask(site(), "/", { headers: { cookie: `kith=${"a".repeat(16_384)}` } })).status).toBe(431);
  expect((await ask(site(), "/", { headers: { cookie: `kith=${"a".repeat(12_000)}` } })).status).toBe(200);
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]) {
    const { status, headers } = await ask(site(), post.href, { method });
    expect({ status, allow: headers.allow }, method).toEqual({ status: 405, allow: "GET, HEAD, POST" });
  }
  for (const id of ["0".repeat(42), `40${"a".repeat(40)}`, "__proto__", "../../x"])
    for (const text of ["[]", "{", '["$@1"]', '["$undefined"]'])
      expect([400, 404, 409], `${id} ${text}`).toContain(
        (
          await guest().post("/enter", text, {
            headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
          })
        ).status,
      );
});

test("half a request, two requests in one and slow ones are refused or wait without harm", async () => {
  const to = `Host: ${new URL(site()).host}\r\n`;
  const smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const [what, head] of Object.entries({
    "both lengths": `POST / HTTP/1.1\r\n${to}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    "two lengths": `POST / HTTP/1.1\r\n${to}Content-Length: 6\r\nContent-Length: 5\r\n\r\nabcdef${smuggled}`,
    "a length that is none": `POST / HTTP/1.1\r\n${to}Content-Length: +6\r\n\r\nabcdef${smuggled}`,
    "an unknown coding": `POST / HTTP/1.1\r\n${to}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`,
    "a space before the colon": `POST / HTTP/1.1\r\n${to}Content-Length : 6\r\n\r\nabcdef${smuggled}`,
    "a folded line": `GET / HTTP/1.1\r\n${to}X: a\r\n b\r\n\r\n`,
    "bare line feeds": `GET / HTTP/1.1\nHost: x\n\n`,
    "no host": "GET / HTTP/1.1\r\n\r\n",
  })) {
    const heard = await say(site(), head, 600);
    expect(heard, what).toMatch(/^HTTP\/1.1 4(00|11)/);
    expect(heard.match(/HTTP\/1\.1 /g), what).toHaveLength(1);
  }
  expect(
    await say(
      site(),
      `GET / HTTP/1.1\r\n${to}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      600,
    ),
  ).not.toContain("101");
  expect(await say(site(), `CONNECT ${evil}:80 HTTP/1.1\r\n${to}\r\n`, 600)).not.toContain("200");
  const slow = Array.from({ length: 40 }, () =>
    say(site(), `POST /enter HTTP/1.1\r\n${to}Origin: ${site()}\r\nContent-Length: 1000\r\n\r\nx`, 2_000),
  );
  for (let i = 0; i < 10; i++) expect((await guest().page("/")).status).toBe(200);
  await Promise.all(slow);
  const large = await ask(site(), "/enter", {
    method: "POST",
    headers: { origin: site(), "content-length": 5_000_000 },
    body: "x",
  });
  expect({ status: large.status, connection: large.headers.connection }).toEqual({ status: 413, connection: "close" });
});
