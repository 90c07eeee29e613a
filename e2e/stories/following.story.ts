import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startHub } from "#/server/testing/websub";
import { type RunningSmtp, startSmtp } from "#/server/testing/smtp";
import { expect, type Person, test } from "../people";
import { type Kith, startKith } from "../site/kith";

let kith: Kith;
let smtp: RunningSmtp;
let hub: Awaited<ReturnType<typeof startHub>>;
test.beforeAll(async () => {
  smtp = await startSmtp();
  hub = await startHub();
  kith = await startKith({ demo: true, env: { SMTP_URL: smtp.url, KITH_PRIVATE_HOSTS: hub.host } });
});
test.afterAll(async () => {
  await kith?.stop();
  await smtp?.close();
  await hub?.close();
});

const mail = "justin@village.example";
const password = () => readFileSync(join(kith.data, "village-password"), "utf8").trim();
const choose = async (person: Person, what: string) => {
  await person.page.getByLabel(/, tell me$/).selectOption(what);
  await person.page.getByRole("button", { name: "Save" }).click();
  await person.sees("Saved.");
  await person.page.waitForURL(/told=/);
};

test("somebody follows a conversation by mail, ends it with one click, and reads on by a feed of their own", async ({
  visitor,
}) => {
  const justin = await visitor({ at: kith.url, scripted: false, name: "Justin" });
  const susan = await visitor({ at: kith.url, name: "Susan" });
  await justin.signsIn("justin", password());
  await susan.signsIn("susan", password());

  const post = await susan.writes({ title: "Chairs on a porch", words: "Sit down.", audience: "Members" });
  await justin.opens(post);
  await choose(justin, "everything");
  expect(await justin.page.getByLabel(/, tell me$/).inputValue()).toBe("everything");
  await susan.opens(post);
  const top = await susan.comments("The green one is taken.");
  const letter = await smtp.letterTo(mail, 20);
  expect(letter.text).toContain("The green one is taken.");
  expect(letter.subject).toContain("Chairs on a porch");

  const link = /\/unsubscribe\/[\w-]+/.exec(letter.text)?.[0] ?? "";
  const guest = await visitor({ at: kith.url });
  await guest.opens(link);
  await guest.isAt("Letters about a conversation");
  await guest.findsNothingInTheWay();
  const click = { method: "POST", body: "List-Unsubscribe=One-Click" };
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://mail.example" };
  const ended = await fetch(kith.url + link, { ...click, headers, redirect: "manual" });
  expect([ended.status, await ended.text()]).toEqual([200, "You will get no more letters about this conversation.\n"]);
  for (const path of [`/api${link}`, "/settings", `${link}/x`])
    expect((await fetch(kith.url + path, { ...click, headers })).status, path).toBe(403);
  await guest.opens(link);
  await guest.isAt("No more of this conversation");
  await justin.opens("/settings/conversations");
  await expect(justin.page.locator(".item-head b")).toHaveText("nothing");
  await susan.opens(post);
  await susan.comments("And the blue one as well.");
  await expect.poll(async () => susan.fetches(post)).toContain("blue one");
  await justin.opens("/notifications");
  await justin.doesNotSee("And the blue one as well.");
  expect(smtp.letters.filter(({ recipients }) => recipients.includes(mail))).toHaveLength(1);
  await guest.presses("Undo: tell me of it again");
  await guest.isAt("Letters about a conversation");

  await justin.opens(`${post}?c=${top}`);
  await choose(justin, "off");
  await justin.opens("/settings/conversations");
  await justin.page.getByRole("button", { name: "As usual again" }).first().click();
  await justin.presses("Undo");
  await justin.sees("As it was before.");

  await justin.opens("/settings");
  await justin.presses("Make private feeds");
  const feed = await justin.page.getByLabel("Posts", { exact: true }).inputValue();
  const read = async (address: string) => {
    const answer = await fetch(address);
    const [kept, tag] = [answer.headers.get("cache-control"), answer.headers.get("etag")];
    return { status: answer.status, kept, tag, text: await answer.text() };
  };
  expect(await read(feed)).toMatchObject({ status: 200, kept: "private, no-store", tag: null });
  expect((await read(feed)).text).toContain("Chairs on a porch");
  expect((await read(`${kith.url}/posts.atom`)).text).not.toContain("Chairs on a porch");
  await justin.opens("/settings");
  await justin.presses("Make a new address");
  const next = await justin.page.getByLabel("Posts", { exact: true }).inputValue();
  expect(next).not.toBe(feed);
  expect(await read(feed)).toMatchObject({ status: 404, kept: "private, no-store" });
  expect((await read(next)).text).toContain("Chairs on a porch");
  await susan.opens(post);
  await susan.page.getByRole("link", { name: "Edit" }).first().click();
  await susan.chooses("Who can read this", /^Only me/);
  await susan.presses(/^(Keep|Save|Publish)/);
  await expect.poll(async () => (await read(next)).text).not.toContain("Chairs on a porch");
  expect(kith.said()).not.toContain(feed.split("/")[4]);
});

test("an owner names a hub, and it hears of every public feed with something new in it and of no other", async ({
  visitor,
}) => {
  const candy = await visitor({ at: kith.url, name: "Candy" });
  const susan = await visitor({ at: kith.url, name: "Susan" });
  await candy.signsIn("candy", password());
  await susan.signsIn("susan", password());

  await candy.opens("/site");
  const chapter = candy.page.locator("#feeds");
  const names = async (address: string) => {
    await chapter.getByLabel(/WebSub hub/).fill(address);
    await chapter.getByRole("button", { name: "Save" }).click();
  };
  await names("hub.example");
  await candy.sees("Please give a whole address, like https://hub.example/");
  expect(await chapter.getByLabel(/WebSub hub/).inputValue()).toBe("hub.example");
  await names("http://10.0.0.7/");
  await candy.sees("name its host in KITH_PRIVATE_HOSTS");
  await names(hub.url);
  await candy.sees("One change is saved.");
  await candy.sees("The hub has not been told of anything yet.");

  const heard = () => [...new Set(hub.heard.map(({ topic }) => topic ?? ""))].sort();
  const inAll = (...feeds: string[]) =>
    feeds.flatMap((feed) => ["atom", "json", "rss"].map((language) => `${kith.url}${feed}.${language}`)).sort();
  await susan.writes({ title: "For members only", words: "Not for a hub.", audience: "Members" });
  const post = await candy.writes({ title: "A bench for all", words: "Sit down." });
  await expect.poll(heard).toEqual(inAll("/posts", "/m/candy/posts"));
  for (const topic of heard()) {
    const answer = await fetch(topic);
    const [link, tag] = [answer.headers.get("link"), answer.headers.get("etag") ?? ""];
    expect(link).toBe(`<${hub.url}>; rel="hub", <${topic}>; rel="self"`);
    const words = await answer.text();
    expect(words).toContain("A bench for all");
    expect(words).toContain(hub.url);
    expect(words).not.toContain("For members only");
    expect((await fetch(topic, { headers: { "if-none-match": tag } })).status).toBe(304);
  }
  hub.heard.length = 0;
  await susan.opens(post);
  await susan.comments("The left end is mine.");
  const comments = `/p/${post.split("/p/")[1]?.slice(0, 10)}/comments`;
  await expect.poll(heard).toEqual(inAll("/comments", comments));
  expect(await (await fetch(`${kith.url}${comments}.json`)).json()).toMatchObject({
    feed_url: `${kith.url}${comments}.json`,
    hubs: [{ type: "WebSub", url: hub.url }],
  });

  await candy.opens("/settings");
  await candy.presses("Make private feeds");
  const own = await fetch(await candy.page.getByLabel("Posts", { exact: true }).inputValue());
  expect([own.status, own.headers.get("link")]).toEqual([200, null]);
  expect(await own.text()).not.toMatch(/rel="hub"|hub\.mode/);
  await candy.opens("/site");
  await candy.sees("The hub last heard of something new");
  await candy.findsNothingInTheWay();
});
