import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { open } from "#/db/client";
import { openEmbedded } from "#/db/embedded";
import { migrate } from "#/db/migrate";
import { members } from "#/db/schema/members";
import { settings } from "#/db/schema/site";
import { createCaller } from "#/server/api/root";
import { eq } from "drizzle-orm";
import { fill, people } from "./search/fill";
import { word } from "./search/words";

/*
 * Searching 1,000,000 comments: KITH_BENCH_COMMENTS sets another number, KITH_BENCH_DATA keeps the data in a folder and
 * finds them there again. What is measured is the whole query of the api, rate limit, visibility and excerpts included.
 */
const many = Number(process.env.KITH_BENCH_COMMENTS ?? 1_000_000);
const kept = process.env.KITH_BENCH_DATA;
const rounds = Number(process.env.KITH_BENCH_ROUNDS ?? 40);

type Asked = Parameters<ReturnType<typeof createCaller>["search"]["words"]>[0];

async function run(url: string) {
  const { db, pool, close } = open(url, { most: 2 });
  const began = performance.now();
  if (await fill(pool, many)) console.info(`made in ${Math.round((performance.now() - began) / 1000)} s`);
  for (const key of ["search.minute", "search.address-minute"])
    await db.insert(settings).values({ key, value: 1_000_000, changedAt: new Date() }).onConflictDoNothing();
  console.info(await sizes(pool));

  const viewers = { visitor: null, ...(await known(db)) };
  for (const [name, viewer] of Object.entries(viewers)) {
    const { search } = createCaller({ db, viewer, now: () => new Date(), told: [] });
    for (const [what, asked] of kinds) await measure(`${name}, ${what}`, (nth) => search.words(asked(nth)));
  }
  await close();
}

async function known(db: ReturnType<typeof open>["db"]) {
  const [hub] = await db.select().from(members).where(eq(members.handle, people.hub));
  if (!hub) throw new Error("The hub was not made");
  const [lone] = await db.select().from(members).where(eq(members.handle, people.lone));
  if (!lone) throw new Error("Nobody without connections was made");
  return { "member with 5,000 connections and 1,000 blocks": hub, "member without any": lone };
}

/** Rounds ask for different words of one kind, so that no answer is had twice. */
const kinds: [string, (nth: number) => Asked][] = [
  ["common word, best", (nth) => ({ q: word(nth % 5) })],
  ["common word, newest", (nth) => ({ q: word(nth % 5), order: "newest" })],
  ["two common words", (nth) => ({ q: `${word(nth % 5)} ${word(5 + (nth % 5))}` })],
  ["ordinary word (1 in 100), best", (nth) => ({ q: word(400 + nth) })],
  ["ordinary word (1 in 100), newest", (nth) => ({ q: word(400 + nth), order: "newest" })],
  ["rare word (1 in 3,000)", (nth) => ({ q: word(12_000 + nth * 7) })],
  ["word of long ago only", () => ({ q: "zeppelin", order: "newest" })],
  ["word that nobody wrote", (nth) => ({ q: `zyx${nth}qq` })],
  ["phrase of common words", (nth) => ({ q: `"${word(nth % 20)} ${word((nth * 3) % 20)}"` })],
  ["phrase of a common and a rare word", (nth) => ({ q: `"${word(nth % 20)} ${word(3_000 + nth)}"` })],
  ["beginning of a word", (nth) => ({ q: `${word(40 + nth).slice(0, 3)}*` })],
  ["word without another", (nth) => ({ q: `${word(60 + nth)} -${word(nth % 5)}` })],
  ["one of two words", (nth) => ({ q: `${word(300 + nth)} OR ${word(900 + nth)}` })],
  ["common word of one author", (nth) => ({ q: `${word(nth % 5)} from:${people.author(nth)}` })],
  ["rare word of one author", (nth) => ({ q: `${word(5_000 + nth)} from:${people.author(nth)}` })],
  ["ordinary word in one year", (nth) => ({ q: `${word(400 + nth)} after:2021 before:2022` })],
  ["common word in posts", (nth) => ({ q: `${word(nth % 5)} in:posts` })],
  ["word of every title, in posts", () => ({ q: "post", within: "posts" })],
  ["one author, no words", (nth) => ({ q: `from:${people.author(nth)}` })],
];

async function measure(what: string, work: (nth: number) => Promise<{ items: unknown[] }>) {
  const took: number[] = [];
  let [found, refused] = [0, 0];
  for (let nth = -3; nth < rounds; nth++) {
    const began = performance.now();
    const items = await work(nth + 3).then(
      (page) => page.items.length,
      () => null,
    );
    if (nth < 0) continue;
    took.push(performance.now() - began);
    if (items === null) refused += 1;
    else found += items;
  }
  took.sort((a, b) => a - b);
  const at = (part: number) => (took[Math.floor(part * (rounds - 1))] ?? 0).toFixed(1);
  const broken = refused ? `, ${refused} took too long` : "";
  console.info(`${what}: ${at(0.5)} ms (p50), ${at(0.95)} ms (p95), ${(found / rounds).toFixed(1)} found${broken}`);
}

async function sizes(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ line: string }>(`
    select format('%s comments; words %s, index of words %s, comments %s', (select count(*) from comments),
      pg_size_pretty(pg_table_size('search_words')), pg_size_pretty(pg_relation_size('search_by_words')),
      pg_size_pretty(pg_table_size('comments'))) as line`);
  return rows[0]?.line ?? "";
}

const folder = kept ?? mkdtempSync(join(tmpdir(), "kith-bench-"));
chmodSync(folder, 0o711);
const server = await openEmbedded({ folder, durable: false });
try {
  await migrate(server.url);
  await run(server.url);
} finally {
  await server.close();
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
