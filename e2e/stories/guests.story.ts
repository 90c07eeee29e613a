import { startSmtp, type RunningSmtp } from "#/server/testing/smtp";
import { type RunningSite, startSite } from "#/server/testing/web";
import { expect, type Person, test } from "../people";
import { type Kith, startKith } from "../site/kith";
import { asking, databaseOf } from "../site/process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

let smtp: RunningSmtp;
let kith: Kith;
let blog: RunningSite;

const item = (name: string) => `<item><title>${name}</title><link>/${name.toLowerCase()}</link></item>`;
const feed = `<rss version="2.0"><channel><title>Ada</title>${["Slugs", "Snails"].map(item).join("")}</channel></rss>`;

test.beforeAll(async () => {
  smtp = await startSmtp();
  blog = await startSite({ "/": { type: "application/rss+xml", body: feed } });
  kith = await startKith({ demo: true, env: { SMTP_URL: smtp.url, KITH_PRIVATE_HOSTS: "stories.localhost" } });
  const allow = "insert into settings (key, value, changed_at) values ('latest.guests-private', 'true', now())";
  await asking(databaseOf(kith.data), (client) => client.query(allow));
});
test.afterAll(async () => {
  await kith.stop();
  await smtp.close();
  await blog.close();
});

const title = "A garden on eleven euros a month";
const mail = "ada@next-door.example";

/** The link in the newest letter to Ada. */
const linkIn = async (path: string): Promise<string> => {
  const { text } = await smtp.letterTo(mail);
  const found = new RegExp(`${path}\\?\\S+`).exec(text)?.[0];
  if (!found) throw new Error(`No link to ${path} in:\n${text}`);
  return found;
};

/** A form that comes back quicker than anybody writes is taken for a machine's: it carries when it was shown. */
const takesTheirTime = ({ page }: Person) =>
  expect
    .poll(async () => Date.now() - Number(await page.locator("input[name=shown]").first().inputValue()))
    .toBeGreaterThan(2000);

test("Ada says something without an account, confirms it by letter, is let in, and later makes it her own", async ({
  visitor,
}) => {
  const ada = await visitor({ at: kith.url, name: "Ada" });
  const shawn = await visitor({ at: kith.url, name: "Shawn" });
  const reader = await visitor({ at: kith.url, scripted: false });
  await ada.opens("/m/tomas");
  await ada.page.getByRole("heading", { name: title }).getByRole("link").click();
  const post = new URL(ada.page.url()).pathname;

  await ada.fills("Your comment", "Eleven euros! We spend that on slug pellets.");
  await ada.page.getByText("Without an account").click();
  await ada.sees("The first comment of every guest waits until a moderator has read it.");
  await ada.fills("Your name", "Ada from next door");
  await ada.fills("Mail address", mail);
  await ada.fills("Your site", `http://stories.localhost:${blog.port}/`);
  await ada.findsNothingInTheWay();
  // Who she is waits for her on this device as her words do.
  await ada.opens(post);
  await expect(ada.page.getByLabel("Your comment")).toHaveValue(/^Eleven euros!/);
  await ada.page.getByText("Without an account").click();
  await expect(ada.page.getByLabel("Mail address")).toHaveValue(mail);
  await takesTheirTime(ada);
  await ada.presses("Send as a guest");
  await ada.isAt("Please look into your mail");

  await ada.opens(await linkIn("/guest/confirm"));
  await ada.isAt("Is this comment yours?");
  await ada.sees("We spend that on slug pellets");
  await ada.findsNothingInTheWay();
  await reader.opens(post);
  await reader.doesNotSee(/slug pellets/);
  await ada.presses(/^Look at stories.localhost/);
  const latest = ada.page.getByLabel("Your latest post");
  await expect(latest.locator("option:checked")).toHaveText("Slugs");
  await latest.selectOption("Snails");
  await ada.findsNothingInTheWay();
  await ada.presses("Yes, send it");
  await ada.isAt("A moderator looks first");
  await ada.sees("With a place here you can change your words");
  await ada.findsNothingInTheWay();
  await expect(ada.page.getByRole("link", { name: "Back to the post" })).toHaveAttribute(
    "href",
    `/p/${post.split("/")[2]}`,
  );

  await shawn.signsIn("shawn", readFileSync(join(kith.data, "village-password"), "utf8").trim());
  await shawn.opens("/queue/held");
  const waiting = shawn.page.getByRole("listitem").filter({ hasText: "slug pellets" }).last();
  await expect(waiting).toContainText("Ada from next door");
  await waiting.getByRole("button", { name: /^Leave it out/ }).click();
  await shawn.page.waitForURL(/did=left/);
  await shawn.presses(/^Undo/);
  await shawn.page.waitForURL(/did=approved/);
  await reader.opens(post);
  await expect(reader.said("slug pellets")).toContainText("guest");
  const line = reader.said("slug pellets").locator(".c-latest");
  await expect(line).toContainText("Ada from next door recently wrote: Snails");
  await expect(line.getByRole("link", { name: "Snails" })).toHaveAttribute("rel", "ugc nofollow noopener");
  expect(await reader.fetches(post)).not.toContain(mail);

  // The same browser is known now; a reader's page has no cookie of it.
  await ada.opens(post);
  await ada.fills("Your comment", "And the slugs still won.");
  await ada.page.getByText("Without an account").click();
  await ada.fills("Your name", "Ada from next door");
  await ada.fills("Mail address", mail);
  await takesTheirTime(ada);
  await ada.presses("Send as a guest");
  await expect(ada.said("the slugs still won")).toContainText("guest");
  const answered = await reader.page.request.get(new URL(post, kith.url).href);
  expect(answered.headers()["set-cookie"]).toBeUndefined();
  expect(answered.headers()["cache-control"]).not.toContain("no-store");

  smtp.letters.splice(0);
  await ada.opens("/enter/link");
  await ada.fills("Mail address", mail);
  await ada.presses("Mail me a link");
  await ada.opens(await linkIn("/enter/mail"));
  await ada.presses("Come in");
  await ada.isAt("Welcome");
  await ada.presses("Are they yours?");
  await ada.isAt("What you wrote as a guest");
  await ada.findsNothingInTheWay();
  await ada.presses("They are mine");
  await ada.isAt("They stand under your name now");
  await reader.opens(post);
  await expect(reader.said("slug pellets")).not.toContainText("guest");
  await ada.opens(post);
  await expect(ada.said("slug pellets").getByRole("link", { name: /^Delete/ })).toBeVisible();
});
