import { channel } from "#/db/channel";
import { dataOfSite } from "../person";
import { expect, test } from "../people";
import { asking, databaseOf } from "../site/process";

test("Susan plans a post, has it published, changes it twice, and brings the first words back", async ({
  as,
  visitor,
}) => {
  const [susan, guest] = [await as("Susan"), await visitor()];
  await susan.opens("/write");
  await susan.presses("Publish later");
  await susan.sees("A post needs a title before it can be published.");
  await susan.sees("There are no words in it yet.");
  await susan.fills("Title", "Waiting for the kettle");
  await susan.fills("Your words", "It boils when nobody looks.");
  await susan.presses("Publish later");
  await susan.isAt("Publish it later");
  await susan.findsNothingInTheWay();
  const key = /write\/(\w{10})\/plan/.exec(susan.page.url())?.[1] ?? "";
  await susan.page.getByLabel("Day and time").fill("2020-01-01T09:00");
  await susan.page.getByLabel("By the clocks of").selectOption("Europe/Berlin");
  await susan.presses("Plan it");
  await susan.sees("This time is over already.");
  const far = `${new Date().getFullYear() + 1}-01-02T09:30`;
  await susan.page.getByLabel("Day and time").fill(far);
  await susan.presses("Plan it");
  await susan.sees(/2 January \d{4} at 09:30, Europe\/Berlin time/);
  await susan.findsNothingInTheWay();
  await guest.findsNothingAt(`/p/${key}`);

  await susan.presses("Take the plan back");
  await susan.sees("is a draft without a date again");
  await susan.presses("Undo");
  await susan.sees("is planned");
  // The time comes; the job looks whenever something is told, and once a minute.
  await asking(databaseOf(dataOfSite()), async (client) => {
    await client.query("update posts set planned_for = now() - interval '1 hour' where key = $1", [key]);
    await client.query(`notify ${channel}, '[]'`);
  });
  await expect.poll(() => guest.fetches("/posts.atom"), { timeout: 20_000 }).toContain("Waiting for the kettle");
  await guest.opens(`/p/${key}`);
  await guest.sees("It boils when nobody looks.");

  for (const words of ["It boils when somebody looks.", "It boils when everybody looks away."]) {
    await susan.opens(`/write/${key}`);
    await susan.fills("Your words", words);
    await susan.presses(/^Save$/);
    await susan.isAt("Waiting for the kettle");
  }
  await guest.opens(`/p/${key}`);
  await guest.presses(/^edited/);
  await guest.isAt("Versions");
  await guest.findsNothingInTheWay({ themes: 1 });
  await guest.presses("Version 2");
  await expect(guest.page.locator("del")).toContainText("nobody");
  await expect(guest.page.locator("ins")).toContainText("somebody");
  await guest.findsNothingInTheWay();
  await susan.opens(new URL(guest.page.url()).pathname);
  await susan.presses("As it was published");
  await susan.presses("Bring these words back");
  await susan.sees("The words of version 1 again.");
  await guest.opens(`/p/${key}`);
  await guest.sees("It boils when nobody looks.");
});

test("Shawn makes two tags one and undoes it, and pins posts; Susan closes her comments, and Justin goes on elsewhere", async ({
  as,
  visitor,
}) => {
  const [susan, shawn, justin, guest] = [await as("Susan"), await as("Shawn"), await as("Justin"), await visitor()];
  await susan.opens("/write");
  await susan.fills("Title", "A lid and a spout");
  await susan.fills("Your words", "And a handle.");
  await susan.fills(/^Tags/, "Kettels, Pots");
  // What is chosen is kept with what is typed.
  const days = susan.page.getByLabel("Comments close by themselves");
  await days.selectOption("30 days after publishing");
  await susan.sees(/^Kept at/);
  await susan.opens("/write");
  await susan.sees("Restored from");
  await expect(days).toHaveValue("30");
  await susan.presses(/^Publish$/);
  await susan.isAt("A lid and a spout");
  const post = new URL(susan.page.url()).pathname;

  await shawn.opens("/t/kettels");
  await shawn.presses("Rename or merge");
  await shawn.isAt("The tag “Kettels”");
  await shawn.fills("Another name", "Kettles");
  await shawn.presses("Rename it");
  await shawn.sees("“Kettels” is now called “Kettles”.");
  await guest.opens("/t/kettels");
  expect(new URL(guest.page.url()).pathname).toBe("/t/kettles");
  const moved = await guest.page.request.get(new URL("/t/kettels", guest.home).href, { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([301, "/t/kettles"]);
  await shawn.fills("Make it one with", "Pots");
  await shawn.presses("Merge it");
  await shawn.sees("“Kettles” became part of “Pots”.");
  await shawn.findsNothingInTheWay();
  await guest.opens("/t/kettels");
  expect(new URL(guest.page.url()).pathname).toBe("/t/pots");
  await shawn.page.getByRole("button", { name: "Undo" }).first().click();
  await shawn.isAt("The tag “Kettles”");
  await guest.opens("/tags");
  await guest.sees("Kettles");
  await guest.findsNothingInTheWay();

  await guest.opens("/");
  const links = guest.page.locator(".post-item h2 a");
  const [old = "", ...others] = (
    await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))
  ).slice(-3);
  for (const path of [old, ...others]) {
    await shawn.opens(path);
    await shawn.presses("Pin to the front page");
    await shawn.sees("Pinned to the front page.");
  }
  await guest.opens("/");
  await expect(links.first()).toHaveAttribute("href", old);
  await expect(guest.page.locator(".post-item").first()).toContainText("Pinned");
  await expect(guest.page.locator(`.post-item h2 a[href="${old}"]`)).toHaveCount(1);
  await guest.findsNothingInTheWay({ themes: 1 });
  await shawn.opens(post);
  await shawn.presses("Pin to the front page");
  await shawn.sees("Three posts are pinned to the front page already:");
  await shawn.findsNothingInTheWay();
  for (const path of [old, ...others]) {
    await shawn.opens(path);
    await shawn.presses("Unpin from the front page");
    await shawn.sees("Unpinned from the front page.");
  }
  await susan.opens(post);
  await susan.presses("Pin to your page");
  await susan.sees("Pinned to your page.");
  await guest.visits("Susan");
  await expect(guest.page.locator(".post-item").first()).toContainText("Pinned");
  expect(await guest.fetches("/m/susan")).toContain('<meta property="og:type" content="profile"');
  expect(await guest.fetches("/t/kettles")).toContain('<meta property="og:title" content="Kettles"');
  await susan.presses("Undo");
  await susan.sees("Unpinned from your page.");
  await guest.visits("Susan");
  await expect(guest.page.locator(".post-item").first()).not.toContainText("Pinned");

  await justin.opens(post);
  await justin.fills("Your comment", "I was still writing this.");
  await susan.opens(`/write/${/p\/(\w{10})/.exec(post)?.[1]}`);
  await susan.chooses("Who can comment", /^Nobody/);
  await susan.presses(/^Save$/);
  await susan.sees("The author has closed the comments.");
  await justin.presses(/^Comment$/);
  await justin.sees("Comments on this post are closed.");
  await expect(justin.page.getByLabel("Your comment")).toHaveValue("I was still writing this.");
  await justin.sees("can stand elsewhere");
  await justin.opens(post);
  await justin.sees("You began to write here.");
  await justin.findsNothingInTheWay({ themes: 1 });
  const words = justin.page.getByLabel("Your words");
  await justin.presses("Write a post about this");
  await expect(words).toHaveValue(/^In answer to \[A lid and a spout\]\([^)]+\):\n\n$/);
  await justin.opens(post);
  await justin.presses("Make it a post of its own");
  await justin.isAt("Your draft");
  await expect(words).toHaveValue(/^In answer to \[A lid and a spout\]\([^)]+\):\n\nI was still writing this\.$/);
  await justin.opens(post);
  await justin.sees("The author has closed the comments.");
  await justin.doesNotSee("You began to write here.");
});
