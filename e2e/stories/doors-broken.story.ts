import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "pg";
import { z } from "zod";
import { openEmbedded } from "#/db/embedded";
import { expect, test } from "../people";
import { Caller, enter } from "../site/hostile/door";
import { fieldsOf, sends } from "../site/hostile/form";
import { ask } from "../site/hostile/wire";
import { type Kith, startKith } from "../site/kith";

test.setTimeout(120_000);

const passwordOf = ({ data }: Kith) => readFileSync(join(data, "village-password"), "utf8").trim();

test("a site reached by https insists on it: its cookies, its headers, its forms behind a proxy", async () => {
  const kith = await startKith({ demo: true, env: { KITH_URL: "https://kith.example" } });
  try {
    const guest = new Caller(kith.url);
    const home = await guest.page("/");
    expect(home.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect(home.headers["content-security-policy"]).toContain("upgrade-insecure-requests");
    expect(home.body).not.toContain("localhost");
    expect((await guest.page("/posts.atom")).body).toContain('href="https://kith.example/posts.atom"');

    // A proxy that does not hand on the name it was asked by.
    const fields = { ...fieldsOf((await guest.page("/enter")).body, "who"), who: "susan", password: passwordOf(kith) };
    const entered = await sends(guest, "/enter", {
      fields,
      headers: { origin: "https://kith.example", host: "127.0.0.1:3000" },
    });
    expect(entered.status).toBe(303);
    const cookie = entered.headers["set-cookie"] ?? "";
    expect(cookie).toMatch(/^__Host-kith=[^;]{20,};/);
    for (const manner of [/;\s*Secure/i, /;\s*HttpOnly/i, /;\s*SameSite=lax/i, /;\s*Path=\//i])
      expect(cookie).toMatch(manner);
    expect(cookie).not.toMatch(/Domain=/i);

    for (const origin of ["http://kith.example", kith.url, "https://evil.example", "null"])
      expect((await sends(guest, "/enter", { fields, headers: { origin } })).status, origin).toBe(403);
    const cookieName = cookie.split(";")[0] ?? "";
    const member = await ask(kith.url, "/settings", { headers: { cookie: cookieName } });
    expect(member.status).toBe(200);
    const plain = await ask(kith.url, "/settings", { headers: { cookie: cookieName.replace("__Host-", "") } });
    expect(plain.status, "a name that any http page of the host could set is no session").toBe(307);
  } finally {
    await kith.stop();
  }
});

test("a site reached by http keeps its cookie from scripts and from other sites", async () => {
  const kith = await startKith({ demo: true });
  try {
    const said = await new Caller(kith.url).mutate("identities.enter", { who: "susan", password: passwordOf(kith) });
    const cookie = said.headers["set-cookie"] ?? "";
    expect(cookie).toMatch(/^kith=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=lax/i);
    expect(said.headers["cache-control"]).toContain("no-store");
    const susan = await enter(kith.url, "susan", passwordOf(kith));
    await brokenAndWell(kith, susan);
  } finally {
    await kith.stop();
  }
});

/** The database goes away under a site that runs, and comes back. */
async function brokenAndWell(kith: Kith, susan: Caller): Promise<void> {
  const guest = new Caller(kith.url);
  const { href } = await susan.makes(
    "posts.write",
    { title: "Kept", source: "Here still.", publish: true },
    z.object({ href: z.string() }),
  );
  expect((await guest.page(href)).status).toBe(200);
  const embedded = await openEmbedded({ folder: kith.data });
  const keeper = new Pool({ connectionString: new URL("/postgres", embedded.url).href, max: 1 });
  const admits = (may: boolean) => keeper.query(`alter database kith with allow_connections ${may}`);
  try {
    await admits(false);
    await keeper.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'kith'");
    await broken(guest, susan);
    await admits(true);
    await well(guest, susan, href);
  } finally {
    await keeper.end();
    await embedded.close();
  }
  process.kill(postmaster(kith), "SIGINT");
  await well(guest, susan, href);
}

/** Whatever is asked, the answer is a number to quote, and nothing from inside. */
async function broken(guest: Caller, susan: Caller): Promise<void> {
  await expect.poll(async () => (await guest.page("/api/health/ready")).status).toBe(503);
  expect((await guest.page("/api/health/live")).status).toBe(200);

  const inside = /postgres|ECONN|drizzle|select |node_modules|\/work|\/tmp|"stack"| at \w+ \(/i;
  for (const [what, asked] of [
    ["a guest's page", guest.page("/comments")],
    ["a member's page", susan.page("/feed")],
    ["a feed", guest.page("/posts.atom")],
    ["the api", guest.page("/api/trpc/posts.front?input={}")],
    ["a mutation", susan.mutate("posts.write", { title: "Lost", source: "x", publish: true })],
  ] as const) {
    const { status, headers, body } = await asked;
    expect([500, 503], what).toContain(status);
    if (what.endsWith("page")) expect(body, what).toContain("Something went wrong on our side");
    expect(withoutData(body), what).not.toMatch(inside);
    expect(headers["cache-control"], what).toContain("no-store");
    expect(headers["set-cookie"], what).toBeUndefined();
  }
  expect((await guest.page("/api/trpc/posts.front?input={}")).body).toMatch(/our-mistake [0-9a-f]{10}/);
}

/** All is as before, without a new start. */
async function well(guest: Caller, susan: Caller, href: string): Promise<void> {
  await expect.poll(async () => (await guest.page("/api/health/ready")).status, { timeout: 20_000 }).toBe(200);
  await expect.poll(async () => (await guest.page(href)).status).toBe(200);
  expect((await guest.page(href)).body).toContain("Here still.");
  expect((await susan.page("/feed")).status).toBe(200);
  const title = `Well again, ${Date.now()}`;
  await susan.makes("posts.write", { title, source: "x", publish: true }, z.object({ href: z.string() }));
  await expect.poll(async () => (await guest.page("/posts.atom")).body).toContain(title);
}

/** Scripts of the page have names of files in them that are the same for everybody. */
const withoutData = (html: string) => html.replaceAll(/<script[^>]*src=[^>]*>|href="\/_next[^"]*"/g, "");

/** The process of the site's PostgreSQL. */
const postmaster = ({ data }: Kith): number =>
  Number(readFileSync(join(data, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
