import { type RunningSite, startSite } from "#/server/testing/web";
import { expect, type Person, test } from "../people";

// One conversation, told in turn: each part stands on what came before.
test.describe.configure({ mode: "serial" });

const item = (title: string, path: string, day: number) =>
  `<item><title>${title}</title><link>${path}</link><pubDate>${day} Nov 2020 10:00:00 GMT</pubDate></item>`;
const older = Array.from({ length: 10 }, (_, nth) => item(`Older post ${nth + 1}`, `/older-${nth + 1}`, 10 - nth));
const feed = `<rss version="2.0"><channel><title>Justin writes</title>${item("A bench for two", "/bench", 20)}${item(
  "Notes on stools &amp; &lt;b&gt;benches&lt;/b&gt;",
  "/stools",
  13,
)}${older.join("")}</channel></rss>`;
const head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
const stool = "On a stool that I made myself, which has held for eleven years.";

let blog: RunningSite;
let place: string;
test.beforeAll(async () => {
  blog = await startSite({
    "/": { type: "text/html", body: head },
    "/feed.xml": { type: "application/rss+xml", body: feed },
    "/stools": { type: "text/html", body: "<h1>Stools, at last</h1>" },
  });
});
test.afterAll(() => blog?.close());

const line = ({ page }: Person) => page.locator(".c-latest");
const card = ({ page }: Person) => page.getByRole("group", { name: "About Justin" });
const about = ({ page }: Person) => page.getByRole("link", { name: "about Justin" });
const linkOf = (person: Person) => line(person).getByRole("link", { name: /^Notes/ });

test("Justin names his site, and says under his comment what he wrote last, by keyboard alone", async ({ as }) => {
  const [candy, justin] = [await as("Candy"), await as("Justin")];
  place = await candy.writes({ title: "Where do you sit?", words: "Tell me, at length." });

  await justin.opens("/settings");
  await justin.fills("Your own site", `http://stories.localhost:${blog.port}/`);
  await justin.page.getByRole("form", { name: "About you" }).getByRole("button", { name: "Save" }).click();
  await justin.sees("Kept.");
  await justin.opens("/settings/site");
  await justin.sees("Notes on stools & benches");
  await justin.findsNothingInTheWay();

  await justin.opens(place);
  const words = justin.page.getByLabel("Your comment");
  await words.focus();
  await words.pressSequentially(stool);
  const choice = justin.page.getByLabel("Your latest post");
  await expect(choice.locator("option:checked")).toHaveText("A bench for two");
  await expect(choice.locator("optgroup[label='From your site'] option")).toHaveCount(10);
  await expect(choice.locator("option").first()).toHaveText("none");
  await choice.focus();
  await justin.page.keyboard.press("ArrowDown");
  await expect(choice.locator("option:checked")).toHaveText("Notes on stools & benches");
  await words.press("Control+Enter");
  await justin.arrivesAtOwnWords();
  await expect(line(justin)).toContainText("Justin recently wrote: Notes on stools & benches");
  await expect(linkOf(justin)).toHaveAttribute("rel", "ugc nofollow noopener");
});

test("whoever reads it learns who Justin is by pointer and by keyboard", async ({ visitor }) => {
  const reader = await visitor();
  await reader.opens(place);
  await reader.page.locator(".c-head").getByRole("link", { name: "Justin", exact: true }).hover();
  await expect(card(reader)).toContainText("A bench for two");
  await expect(card(reader)).toContainText("comments here");
  await expect(card(reader)).toContainText("Where do you sit?");
  await reader.findsNothingInTheWay();
  await card(reader).hover();
  await reader.page.mouse.move(2, 2);
  await expect(card(reader)).toHaveCount(0);

  await linkOf(reader).focus();
  await reader.page.keyboard.press("Tab");
  await expect(about(reader)).toBeFocused();
  await expect(card(reader)).toBeVisible();
  await expect(reader.page.getByRole("link", { name: "about Justin", expanded: true })).toBeVisible();
  await reader.page.keyboard.press("Tab");
  await expect(card(reader).getByRole("link", { name: "Justin", exact: true })).toBeFocused();
  await reader.page.keyboard.press("Escape");
  await expect(card(reader)).toHaveCount(0);
  await expect(about(reader)).toBeFocused();
  await reader.page.keyboard.press("Enter");
  await expect(card(reader)).toBeVisible();
  await reader.page.keyboard.press("Enter");
  await expect(card(reader)).toHaveCount(0);
  await expect(about(reader)).toHaveAttribute("aria-expanded", "false");
});

test("a press brings the card on a phone, and a press elsewhere takes it away", async ({ visitor }) => {
  const reader = await visitor({ width: 320 });
  await reader.opens(place);
  await about(reader).tap();
  await expect(card(reader)).toContainText("A bench for two");
  await reader.findsNothingInTheWay();
  await reader.page.getByRole("heading", { name: /^\d+ comment/ }).tap();
  await expect(card(reader)).toHaveCount(0);
  await about(reader).tap();
  await expect(card(reader)).toBeVisible();
  await about(reader).tap();
  await expect(card(reader)).toHaveCount(0);
  expect(new URL(reader.page.url()).pathname).toBe(place);
});

test("who follows the line is counted once, and only its writer and moderators are told", async ({ as, visitor }) => {
  const [reader, justin] = [await visitor(), await as("Justin")];
  await reader.opens(place);
  await linkOf(reader).click();
  await reader.isAt("Stools, at last");
  await reader.opens(place);
  await expect(line(reader)).not.toContainText("followed");
  await justin.opens(place);
  await expect(line(justin)).toContainText("followed once");
  await linkOf(justin).click();
  await justin.isAt("Stools, at last");
  await justin.opens(place);
  await expect(line(justin)).toContainText("followed once");
});

test("a site that links back is verified, and the link under his words becomes a plain one", async ({
  as,
  visitor,
}) => {
  const [justin, reader] = [await as("Justin"), await visitor()];
  await justin.opens("/settings/site");
  await justin.presses("Look for a link on the page");
  await justin.sees("The proof was not found there.");
  await justin.page.setViewportSize({ width: 320, height: 720 });
  expect(await justin.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await justin.findsNothingInTheWay();
  const proof = await justin.page.locator("pre.proof", { hasText: 'rel="me"' }).textContent();
  blog.at("/", { type: "text/html", body: `${head}${proof}` });
  await justin.presses("Look for a link on the page");
  await justin.sees("Verified by a link on the page");
  await justin.findsNothingInTheWay();
  await reader.opens(place);
  await expect(linkOf(reader)).toHaveAttribute("rel", "noopener");
  await expect(line(reader)).toContainText("verified site");
  await about(reader).click();
  await expect(card(reader)).toContainText("verified site");
});

test("Shawn takes the line away and leaves the words, gives it back, and leaves out the whole site", async ({
  as,
  visitor,
}) => {
  const [shawn, reader] = [await as("Shawn"), await visitor()];
  const shows = async (lines: number) => {
    await reader.opens(place);
    await reader.sees(stool);
    await expect(line(reader)).toHaveCount(lines);
  };
  await shawn.opens(place);
  await line(shawn).getByRole("link", { name: "take away this line" }).click();
  await shawn.presses("Take the line away");
  await shawn.sees("The line is gone; the comment stays as it is.");
  await shawn.page.setViewportSize({ width: 320, height: 720 });
  await shawn.findsNothingInTheWay();
  await shawn.page.setViewportSize({ width: 1280, height: 900 });
  await shows(0);
  await shawn.presses("Give the line back");
  await shawn.sees("The line stands under the comment again.");
  await shows(1);

  await shawn.opens("/queue/sites");
  await shawn.fills("A site", "http://www.stories.localhost/buy-stools");
  await shawn.presses("Leave it out");
  await expect(shawn.page.getByRole("listitem").filter({ hasText: "stories.localhost" })).toBeVisible();
  await shawn.findsNothingInTheWay();
  await shows(0);
  await shawn.page.getByRole("form", { name: "Show stories.localhost again" }).getByRole("button").click();
  await shawn.sees("No site is left out");
  await shows(1);
});

test("Justin stands at Candy's door with what he wrote last, until she visits him back", async ({ as }) => {
  const [candy, justin] = [await as("Candy"), await as("Justin")];
  const his = await justin.writes({ title: "Eleven years on a stool", words: "It creaks." });
  await candy.opens("/door");
  const atDoor = candy.page.getByRole("listitem").filter({ hasText: stool });
  await expect(atDoor.getByRole("link", { name: "Where do you sit?" })).toBeVisible();
  await expect(atDoor).toContainText("Justin wrote last: Eleven years on a stool");
  await atDoor.getByRole("button", { name: "Fine as it is" }).click();
  await candy.sees("Fine as it is.");
  await expect(atDoor).toHaveCount(0);
  await candy.findsNothingInTheWay();
  await candy.presses("Undo");
  await atDoor.getByRole("link", { name: "Eleven years on a stool" }).click();
  expect(new URL(candy.page.url()).pathname).toBe(his);
  await candy.comments("I came by to see it, and it does.");
  await candy.opens("/door");
  await candy.isAt("Who came by");
  await expect(atDoor).toHaveCount(0);
});

test("nothing chosen stays nothing, without a script as well", async ({ as }) => {
  const [candy, quiet] = [await as("Candy"), await as("Candy", { scripted: false })];
  const other = await candy.writes({ title: "And where do you stand?", words: "Tell me." });
  await quiet.opens(other);
  const choice = quiet.page.getByLabel("Your latest post").first();
  await choice.selectOption("none");
  await quiet.comments("At the window, mostly, and I look at the street.");
  await expect(line(quiet)).toHaveCount(0);
  await quiet.opens(other);
  await expect(choice).toHaveValue("none");
});
