import { dataOfSite } from "../person";
import { expect, type Person, test } from "../people";
import { asking, databaseOf } from "../site/process";
import { withThread } from "../site/thread";

// With everything that moves, as most people read.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("two people see each other's comments arrive, and nothing moves until they ask", async ({ as, visitor }) => {
  const susan = await as("Susan");
  const post = await susan.writes({ title: "Who is there right now", words: "Say something, both of you." });
  const [hank, guest, deaf] = [await as("Hank"), await visitor(), await visitor()];
  // Somebody whose line is refused: their page asks by itself, every half minute.
  await deaf.page.route("**/live?*", (route) => route.fulfill({ status: 503 }));
  await deaf.page.clock.install();
  await deaf.opens(post);
  const listening = guest.page.waitForResponse((answer) => answer.url().includes("/live?"));
  await Promise.all([hank.opens(post), guest.opens(post), listening]);
  const pill = guest.page.getByRole("button", { name: /new comment/ });

  await hank.comments("I am here, and I have a lot to say.");
  await expect(pill).toHaveText("1 new comment");
  await expect(guest.said("I am here")).toHaveCount(0);
  await susan.opens(post);
  await susan.replies("I am here", "So am I, and I answer.");
  await expect(pill).toHaveText("2 new comments");
  await guest.findsNothingInTheWay();
  await pill.click();
  await expect(guest.said("I am here")).toBeFocused();
  await expect(guest.said("So am I")).toHaveAttribute("data-depth", "1");
  await expect(guest.page.getByRole("heading", { name: "2 comments by 2 people" })).toBeVisible();
  await expect(pill).toBeHidden();
  await guest.findsNothingInTheWay({ themes: 1 });

  const recent = ({ page }: Person) => page.getByRole("complementary").getByRole("list");
  await expect(recent(guest)).toContainText("So am I, and I answer.");

  await expect(async () => {
    await deaf.page.clock.runFor(31_000);
    await expect(deaf.page.getByRole("button", { name: "2 new comments" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(recent(deaf)).toContainText("So am I, and I answer.");
});

const noted = ({ page }: Person) => page.waitForResponse((answer) => answer.url().includes("visits.note"));

test("Hank finds what is new since he was there, on both his devices, and goes through it by keyboard", async ({
  as,
}) => {
  const [susan, candy] = [await as("Susan"), await as("Candy")];
  const post = await susan.writes({ title: "What came while he was away", words: "Say something, both of you." });
  await candy.opens(post);
  await candy.comments("The first of all.");
  const [desk, phone] = [await as("Hank"), await as("Hank", { width: 390 })];
  await Promise.all([noted(desk), desk.opens(post)]);
  await expect(desk.page.getByText("new since your last visit")).toHaveCount(0);

  await candy.opens(post);
  await candy.replies("The first of all", "A second thought.");
  await expect(candy.said("A second thought")).toBeVisible();
  await expect(candy.said("The first of all")).toBeVisible();
  await susan.opens(post);
  await susan.comments("And something else.");

  await phone.opens("/");
  await Promise.all([
    noted(phone),
    phone.page.getByRole("link", { name: "2 new comments since your last visit" }).click(),
  ]);
  await phone.sees("2 new since your last visit");
  await phone.findsNothingInTheWay();
  await desk.opens("/");
  await expect(desk.page.getByRole("link", { name: "What came while he was away" }).first()).toBeVisible();
  await expect(desk.page.getByRole("link", { name: "2 new comments since your last visit" }).first()).toBeVisible();

  await desk.opens(`${post}?order=unread`);
  await expect(desk.page.locator(".c-fold").first()).toBeVisible();
  const press = (key: string) => desk.page.keyboard.press(key);
  await press("n");
  await expect(desk.said("A second thought")).toBeFocused();
  await press("n");
  await expect(desk.said("And something else")).toBeFocused();
  await press("k");
  await press("p");
  await expect(desk.said("The first of all")).toBeFocused();
  await press("c");
  await expect(desk.said("A second thought")).toHaveAttribute("hidden", "until-found");
  await expect(desk.page.getByRole("button", { name: /^Unfold 1 reply to Candy/ })).toBeVisible();
  await desk.findsNothingInTheWay();
  await desk.page.reload();
  await expect(desk.said("A second thought")).toHaveAttribute("hidden", "until-found");
  const id = await desk.said("A second thought").getAttribute("id");
  await desk.page.evaluate((hash) => location.assign(hash), `#${id}`);
  await expect(desk.said("A second thought")).not.toHaveAttribute("hidden");

  await press("/");
  const box = desk.page.getByRole("searchbox", { name: "Search" });
  await expect(box).toBeFocused();
  await box.blur();
  await press("?");
  const help = desk.page.getByRole("dialog", { name: "Keys for reading" });
  await desk.findsNothingInTheWay();
  await help.getByLabel("Single keys work on this device").uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await desk.said("The first of all").focus();
  await press("j");
  await expect(desk.said("The first of all")).toBeFocused();
  await desk.page.getByRole("button", { name: "Keys" }).click();
  await help.getByLabel("Single keys work on this device").check();
  await press("Escape");
  await desk.said("The first of all").focus();
  await press("r");
  await expect(desk.page.getByLabel(/^Your reply to/)).toBeFocused();
});

test("Hank comes back after a day to a conversation of 1,000 comments, and goes on where he stopped", async ({
  as,
}) => {
  const thread = await withThread(1_000, new Date(Date.now() - 24 * 3_600_000));
  const [hank, candy] = [await as("Hank"), await as("Candy")];
  await Promise.all([noted(hank), hank.opens(thread.href)]);
  await hank.isAt(thread.title);
  await expect(hank.page.getByText("new since your last visit")).toHaveCount(0);
  await asking(databaseOf(dataOfSite()), (client) =>
    client.query("update visits set last_at = last_at - interval '1 day' where post_id = $1", [thread.id]),
  );
  // One answer far down, where his page does not reach, and one below everything.
  await candy.opens(`${thread.href}?c=${thread.keys[905]}`);
  await candy.replies("Number 905.", "A day late, but here.");
  await candy.opens(thread.href);
  await candy.comments("And a word to all of you.");

  const badge = hank.page.locator(`a[href^="${thread.href}?new"]`, { hasText: "2 new" }).first();
  await hank.opens("/");
  await Promise.all([noted(hank), badge.click()]);
  await expect(hank.said("A day late, but here.")).toBeInViewport();
  await hank.page.keyboard.press("n");
  await hank.page.waitForURL(/order=unread&once#new$/);
  await hank.sees("2 new since your last visit");
  await expect(hank.page.getByRole("heading", { name: /^1,002 comments by \d+ people$/ })).toBeVisible();
  await expect(hank.said("A day late, but here.")).toBeFocused();
  const next = hank.page.getByRole("button", { name: "Next new" });
  // It floats over what is said there, and is to be read all the same.
  await expect(next).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  await hank.findsNothingInTheWay({ themes: 1 });
  await next.click();
  await expect(hank.said("And a word to all of you.")).toBeFocused();
  await next.click();
  await expect(hank.page.getByRole("status").filter({ hasText: "That was the last new one." })).toBeVisible();
  await hank.opens("/");
  await expect(badge).toBeVisible();

  // In the order he is used to, they wait behind the ways on: these say so, and are opened where they stand.
  await hank.opens(thread.href);
  await expect(hank.page.getByRole("link", { name: "Oldest first" })).toHaveAttribute("aria-current", "true");
  await expect(hank.page.getByRole("link", { name: "More comments, 2 new" })).toBeVisible();
  await expect(next).toBeVisible();
  await hank.page.keyboard.press("n");
  await expect(hank.said("A day late, but here.")).toBeFocused();
  await expect
    .poll(async () => (await hank.said("A day late, but here.").boundingBox())?.y ?? -1)
    .toBeGreaterThanOrEqual(0);
  await hank.page.keyboard.press("n");
  await expect(hank.said("And a word to all of you.")).toBeFocused();
  await hank.page.keyboard.press("n");
  await expect(hank.page.getByRole("status").filter({ hasText: "That was the last new one." })).toBeVisible();
});

test("a conversation of 10,000 comments is read on in place, left and come back to, with and without a script", async ({
  visitor,
}) => {
  const thread = await withThread(10_000);
  const guest = await visitor();
  await guest.opens(thread.href);
  const places = guest.page.locator("ol.thread > li");
  const before = await places.count();
  expect(before).toBeLessThanOrEqual(250);
  await expect(guest.page.locator(".c-fold").first()).toBeVisible();
  await guest.page
    .getByRole("link", { name: /^[\d,]+ more replies$/ })
    .first()
    .click();
  await expect.poll(() => places.count()).toBeGreaterThan(before);
  const more = await places.count();
  // What comes into view grows to its size and may push the link away from under the press.
  await expect(async () => {
    await guest.page.getByRole("link", { name: "More comments" }).click();
    await expect.poll(() => places.count(), { timeout: 5_000 }).toBeGreaterThan(more);
  }).toPass();
  expect(new URL(guest.page.url()).pathname + new URL(guest.page.url()).search).toBe(thread.href);
  const all = await places.count();
  const last = places.nth(all - 5);
  await last.scrollIntoViewIfNeeded();
  await last.getByRole("link", { name: "Link" }).click();
  await guest.page.waitForURL(/\?c=/);
  await guest.page.goBack();
  await expect.poll(() => places.count()).toBe(all);
  await expect(last).toBeInViewport();

  const deep = thread.keys[8_888];
  await guest.page.evaluate((hash) => location.assign(hash), `#c-${deep}`);
  await guest.page.waitForURL(new RegExp(`c=${deep}`));
  await expect(guest.page.locator(`#c-${deep}`)).toBeInViewport();

  const plain = await visitor({ scripted: false });
  await plain.opens(`${thread.href}?c=${deep}#c-${deep}`);
  const named = plain.page.locator('link[rel="canonical"]');
  await expect(named).toHaveAttribute("href", new URL(thread.href, plain.home).href);
  await expect(plain.page.locator(`#c-${deep}`)).toBeInViewport();
  await plain.opens(thread.href);
  await plain.page
    .getByRole("link", { name: /more replies$/ })
    .first()
    .click();
  await plain.sees("All comments on this post");
  await plain.opens(thread.href);
  await plain.page.getByRole("link", { name: "More comments" }).click();
  await expect(plain.page.getByRole("link", { name: "To the first comments" })).toBeVisible();
  expect(await plain.page.locator("ol.thread > li").count()).toBeGreaterThan(50);
  const place = new URL(plain.page.url()).searchParams.get("cursor");
  await expect(named).toHaveAttribute("href", new URL(`${thread.href}?cursor=${place}`, plain.home).href);
});
