import { Pool } from "pg";
import { z } from "zod";
import { openEmbedded } from "#/db/embedded";
import { expect, test } from "../people";
import { Caller, jsonOf } from "../site/hostile/door";
import { village } from "../site/hostile/flood";
import { inputs } from "../site/hostile/corpus";
import { oddInputs, type Procedure, procedure } from "../site/hostile/inputs";
import { bombs } from "../site/hostile/bombs";
import { operate } from "../site/hostile/settings";
import { type Answer, ask, fails, inLanes } from "../site/hostile/wire";
import { type Kith, startKith } from "../site/kith";

test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

let kith: Kith;
let people: Record<string, Caller>;
let procedures: Procedure[];

test.beforeAll(async () => {
  kith = await startKith({ demo: true, env: { LOG_LEVEL: "error" } });
  people = await village(kith);
  procedures = z.array(procedure).parse(JSON.parse(await operate(kith, "api", "--json")));
  expect(procedures.length).toBeGreaterThan(80);
});
test.afterAll(async () => {
  await kith?.stop();
});

/** What is wrong with an answer of the api, in words; null when it is as it must be. */
function problem({ status, headers, body }: Answer): string | null {
  if (status >= 500) return `answered ${status}`;
  if (!headers["content-type"]?.startsWith("application/json") || jsonOf(body) === undefined) return "is no JSON";
  if (/"stack"|\\n +at |node_modules|DrizzleQueryError|Failed query/.test(body)) return "tells of the inside";
  return null;
}

/** These take nothing, so whatever is sent is as good as nothing, and they do what they are for. */
const doneByAnything = new Set([
  "identities.signOut",
  "identities.endOtherSessions",
  "sites.look",
  "sites.forgetProof",
  "syndication.renew",
  "syndication.end",
]);

test("an answer that tells of the inside is noticed", () => {
  const answer = { status: 400, headers: { "content-type": "application/json" } };
  expect(problem({ ...answer, body: '{"error":"x"}' })).toBeNull();
  expect(problem({ ...answer, status: 500, body: "{}" })).toBe("answered 500");
  expect(problem({ ...answer, body: "Bad" })).toBe("is no JSON");
  expect(problem({ ...answer, body: '{"stack":"Error: x\\n    at y (/a/b.js:1:2)"}' })).toBe("tells of the inside");
});

test("nothing that is no input is done by any procedure, for a guest or the owner", async () => {
  const before = await rows();
  const found: string[] = [];
  let asked = 0;
  const odd = [...inputs().filter(({ payload }) => payload.length < 8_000), ...brokenBodies];
  for (const caller of [new Caller(kith.url), people.candy ?? fails("Candy is not here")]) {
    await inLanes(
      procedures.filter(({ path }) => !doneByAnything.has(path)),
      6,
      async ({ path, kind, input }) => {
        for (const { label, payload } of odd) {
          const get = `/api/trpc/${path}?input=${encodeURIComponent(payload)}`;
          const answers =
            kind === "query"
              ? [await caller.page(get)]
              : [await caller.post(`/api/trpc/${path}`, payload), await caller.page(get)];
          asked += answers.length;
          const wrong = answers.map(problem).find((it) => it !== null);
          if (wrong) found.push(`${path} with ${label} ${wrong}`);
          if (
            kind === "mutation" &&
            input !== null &&
            answers.some(({ status }) => status < 400) &&
            !takesNothing.has(path)
          )
            found.push(`${path} with ${label} was done`);
        }
      },
    );
  }
  expect(found).toEqual([]);
  expect(asked).toBeGreaterThan(2_000);
  expect(await rows()).toEqual(before);
});

/** All it takes may be left out. */
const takesNothing = new Set(["notifications.readAll"]);

const brokenBodies = [
  { label: "half a text", payload: '{"key":"' },
  { label: "a list", payload: "[]" },
  { label: "a word", payload: '"words"' },
  { label: "nothing at all", payload: "null" },
  { label: "a number past all numbers", payload: "1e999" },
  { label: "a byte order mark", payload: "\ufeff{}" },
];

test("no field of any input, however odd, is an error of ours", async () => {
  const found: string[] = [];
  let asked = 0;
  const { candy, bert } = people;
  if (!candy || !bert) return fails("the village is not here");
  const costly = /^identities\.(enter|join|changePassword|becomeOwner|signOut|endOtherSessions)$/;
  await inLanes(
    procedures.filter(({ path }) => !costly.test(path)),
    6,
    async (it) => {
      const caller = it.who === "owner" || it.who === "moderator" ? candy : bert;
      // A third of them is every kind of value at some field of each noun.
      for (const input of oddInputs(it).filter((_, i) => i % 3 === asked % 3)) {
        const said = it.kind === "query" ? await caller.query(it.path, input) : await caller.mutate(it.path, input);
        asked += 1;
        const wrong = said.status === 431 ? null : problem(said);
        if (wrong) found.push(`${it.path} with ${JSON.stringify(input).slice(0, 120)} ${wrong}`);
      }
    },
  );
  expect(found).toEqual([]);
  expect(asked).toBeGreaterThan(1_500);
  expect(kith.said()).not.toContain("a procedure broke");
});

test("a thousand calls at once, other words, other ways and other kinds of body are refused in JSON", async () => {
  const guest = new Caller(kith.url);
  const many = Array.from({ length: 1000 }, () => "posts.front").join(",");
  const deep = inputs().find(({ label }) => label === "deep object")?.payload ?? "";
  expect(deep.length).toBeGreaterThan(100_000);
  const json = { "content-type": "application/json" };
  const asked: [what: string, answer: Answer][] = [
    ["a batch by GET", await guest.page(`/api/trpc/${many}?batch=1`)],
    ["a batch by POST", await guest.post(`/api/trpc/${many}?batch=1`, "{}")],
    ["a batch of nobody", await guest.post("/api/trpc/a,b,c?batch=1", "[[[")],
    ["the language's own words", await guest.post("/api/trpc/__proto__", "{}")],
    ["the language's own words below", await guest.page("/api/trpc/constructor.constructor")],
    ["a long name", await guest.page(`/api/trpc/${"a.".repeat(2_000)}a`)],
    ["a query by POST", await guest.post("/api/trpc/posts.front", "{}")],
    ["a mutation by GET", await guest.page("/api/trpc/comments.write?input={}")],
    [
      "as a form",
      await guest.post("/api/trpc/posts.preview", "a=b", { headers: { "content-type": "multipart/form-data" } }),
    ],
    ["as text", await guest.post("/api/trpc/comments.write", "{}", { headers: { "content-type": "text/plain" } })],
    [
      "as bytes",
      await guest.post("/api/trpc/comments.write", "\0\0", { headers: { "content-type": "application/octet-stream" } }),
    ],
    [
      "as nothing",
      await ask(kith.url, "/api/trpc/comments.write", { method: "POST", headers: { origin: kith.url }, body: "{}" }),
    ],
    ["very deep", await guest.post("/api/trpc/comments.write", deep, { headers: json })],
    ["very deep, by a member", await (people.bert ?? guest).post("/api/trpc/comments.write", deep, { headers: json })],
    ["as a stream", await guest.page("/api/trpc/posts.front", { headers: { "trpc-accept": "application/jsonl" } })],
  ];
  for (const [what, answer] of asked) {
    expect(answer.status, `${what}: ${answer.body.slice(0, 200)}`).toBeGreaterThanOrEqual(400);
    expect(problem(answer), `${what}: ${answer.body.slice(0, 200)}`).toBeNull();
  }
});

test("a text made to take for ever is done or refused, and others are answered meanwhile", async () => {
  const { justin } = people;
  if (!justin) return fails("Justin is not here");
  let slowest = 0;
  let over = false;
  const others = (async () => {
    while (!over) {
      const since = performance.now();
      expect((await ask(kith.url, "/api/health/live")).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - since);
      await new Promise((later) => setTimeout(later, 20));
    }
  })();
  const outcomes: Record<string, number> = {};
  const texts = bombs(100_000);
  expect(texts.length).toBeGreaterThan(20);
  await inLanes(texts, 3, async ({ name, source }) => {
    const said = await justin.mutate("posts.preview", { source });
    const outcome = said.status === 200 ? "done" : (said.because ?? "");
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    expect(["done", "text-too-complex"], name).toContain(outcome);
  });
  over = true;
  await others;
  console.info(
    `Bombs: ${JSON.stringify(outcomes)}; the slowest answer of /api/health/live took ${Math.round(slowest)} ms`,
  );
});

/** How many rows each table has; the ones that count tries and sessions move by being asked. */
async function rows(): Promise<Record<string, number>> {
  const embedded = await openEmbedded({ folder: kith.data });
  const pool = new Pool({ connectionString: embedded.url, max: 1 });
  try {
    const tables = await pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows.filter(({ name }) => !/limits|tries|sessions|jobs/.test(name))) {
      const counted = await pool.query<{ many: string }>(`select count(*) as many from "${name}"`);
      counts[name] = Number(counted.rows[0]?.many);
    }
    expect(Object.keys(counts).length).toBeGreaterThan(10);
    return counts;
  } finally {
    await pool.end();
    await embedded.close();
  }
}
