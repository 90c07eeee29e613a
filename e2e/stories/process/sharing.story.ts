import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openEmbedded } from "#/db/embedded";
import { cookieOf, mutate } from "../../site/member";
import { asking, clearAway, databaseOf, isAlive, launch, newData, postgresOf, until } from "../../site/process";

test.afterEach(clearAway);

/** A comment that stands on a public page where more may be said, with the words it is known by. */
const someComment = `select c.key, p.key as post, p.slug, left(c.source, 30) as words
  from comments c join posts p on p.id = c.post_id
  where c.hidden_at is null and c.deleted_at is null and p.audience = 'everyone' and p.comments = 'open' and p.comments_closed_at is null and c.source ~ '^[A-Za-z ,.]{30}'
  order by c.id limit 1`;

test("two Kith on one data folder share one PostgreSQL: what one hides the other's guests no longer see, and what is said at one arrives at the other", async ({
  page: browser,
}) => {
  const data = newData();
  const one = await launch({ data, args: ["--demo"] });
  await one.up();
  const other = await launch({ data });
  await other.up();
  const postgres = postgresOf(data);
  const { rows } = await asking(databaseOf(data), (client) => client.query(someComment));
  const [{ key, post, slug, words }] = rows;
  const page = (kith: typeof one) => fetch(`${kith.url}/p/${post}/${slug}`).then((answer) => answer.text());
  expect(await page(other)).toContain(words);
  expect(await page(other)).toContain(words);
  const cookie = await cookieOf(one, "shawn", readFileSync(join(data, "village-password"), "utf8").trim());
  const hidden = await mutate(one, cookie, "moderation.hide", {
    thing: { comment: key },
    rule: "kind",
    reason: "For a story.",
  });
  expect(await hidden.text()).not.toContain("error");
  await until(async () => !(await page(other)).includes(words), "the words to go", 1_000);

  // By the event stream alone: asking by the half minute is not let through, and the page is the same all the time.
  await browser.route("**/comments.arrived*", (route) => route.abort());
  const listening = browser.waitForResponse((answer) => answer.url().includes("/live?"));
  await browser.goto(`${other.url}/p/${post}/${slug}`);
  expect((await listening).headers()["content-type"]).toContain("text/event-stream");
  const loaded = await browser.evaluate(() => performance.timeOrigin);
  const written = await mutate(one, cookie, "comments.write", { postKey: post, source: "Said at the one." });
  expect(await written.text()).toContain('"key"');
  const pill = browser.getByRole("button", { name: "1 new comment" });
  await expect(pill).toBeVisible();
  await pill.click();
  await expect(browser.locator("ol.thread > li").filter({ hasText: "Said at the one." })).toBeVisible();
  expect(await browser.evaluate(() => performance.timeOrigin)).toBe(loaded);
  await browser.close();

  expect((await one.told("SIGTERM")).code).toBe(0);
  expect(isAlive(postgres)).toBe(true);
  expect(await other.status("/api/health/ready")).toBe(200);
  expect((await other.told("SIGTERM")).code).toBe(0);
  expect(isAlive(postgres)).toBe(false);
});

test("two Kith on a server of one's own do the same, and the server stays", async () => {
  const { url, close } = await openEmbedded({ folder: newData(), durable: false });
  try {
    const env = { DATABASE_URL: url };
    const [one, other] = [
      await launch({ data: newData(), env, args: ["--demo"] }),
      await launch({ data: newData(), env }),
    ];
    await Promise.all([one.up(), other.up()]);
    const front = () => fetch(other.url).then((page) => page.text());
    await front();
    await asking(url, (client) => client.query("update posts set title = 'Told to all' where audience = 'everyone'"));
    expect(await front()).not.toContain("Told to all");
    await asking(url, (client) => client.query("select pg_notify('kith_told', '[\"front\"]')"));
    await until(async () => (await front()).includes("Told to all"), "the page", 1_000);
    expect((await one.told("SIGINT")).code).toBe(0);
    expect(await other.status("/api/health/ready")).toBe(200);
    expect((await other.told("SIGTERM")).code).toBe(0);
    expect(await asking(url, async () => true)).toBe(true);
  } finally {
    await close();
  }
});
