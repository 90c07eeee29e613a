import { type RunningSite, startSite } from "#/server/testing/web";
import { expect, test } from "../people";

const item = (title: string, path: string, day: string) =>
  `<item><title>${title}</title><link>${path}</link><pubDate>${day} Nov 2020 10:00:00 GMT</pubDate></item>`;
const feed = `<rss version="2.0"><channel><title>Justin writes</title>${item("A bench for two", "/bench", "20")}${item(
  "Notes on stools &amp; &lt;b&gt;benches&lt;/b&gt;",
  "/stools",
  "13",
)}</channel></rss>`;

let blog: RunningSite;
test.beforeAll(async () => {
  blog = await startSite({
    "/": { type: "text/html", body: '<link rel="alternate" type="application/rss+xml" href="/feed.xml">' },
    "/feed.xml": { type: "application/rss+xml", body: feed },
    "/stools": { type: "text/html", body: "<h1>Stools</h1>" },
  });
});
test.afterAll(() => blog?.close());

test("what Justin wrote last on his own site stands under his comment, and a card beside his name", async ({
  as,
  visitor,
}) => {
  test.setTimeout(90_000);
  const [candy, justin] = [await as("Candy"), await as("Justin")];
  const place = await candy.writes({ title: "Where do you sit?", words: "Tell me, at length." });

  await justin.opens("/settings");
  await justin.fills("Your own site", `http://stories.localhost:${blog.port}/`);
  await justin.page.getByRole("form", { name: "About you" }).getByRole("button", { name: "Keep" }).click();
  await justin.sees("Kept.");
  await justin.opens("/settings/site");
  await justin.sees("Notes on stools & benches");
  await justin.findsNothingInTheWay();

  // By keyboard alone: the newest is offered first, the one below it is chosen, and the words are sent.
  await justin.opens(place);
  const words = justin.page.getByLabel("Your comment");
  await words.focus();
  await words.pressSequentially("On a stool that I made myself, which has held for eleven years.");
  const choice = justin.page.getByLabel("Your latest post");
  await expect(choice.locator("option:checked")).toHaveText("A bench for two");
  await choice.focus();
  await justin.page.keyboard.press("ArrowDown");
  await expect(choice.locator("option:checked")).toHaveText("Notes on stools & benches");
  await words.press("Control+Enter");
  await justin.arrivesAtOwnWords();
  await justin.sees("Justin recently wrote: Notes on stools & benches");

  const reader = await visitor();
  await reader.opens(place);
  const line = reader.page.locator(".c-latest");
  await expect(line).toContainText("recently wrote: Notes on stools & benches");
  await expect(line.getByRole("link", { name: /^Notes/ })).toHaveAttribute("rel", "ugc nofollow noopener");
  const name = reader.page.locator(".c-head").getByRole("link", { name: "Justin", exact: true });
  await name.hover();
  const card = reader.page.getByRole("group", { name: "About Justin" });
  await expect(card).toContainText("A bench for two");
  await reader.findsNothingInTheWay();
  await reader.page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});

test("nothing chosen stays nothing, without a script as well", async ({ as }) => {
  const [candy, quiet] = [await as("Candy"), await as("Candy", { scripted: false })];
  const place = await candy.writes({ title: "And where do you stand?", words: "Tell me." });
  await quiet.opens(place);
  const choice = quiet.page.getByLabel("Your latest post").first();
  await choice.selectOption("none");
  await quiet.comments("At the window, mostly, and I look at the street.");
  await expect(quiet.page.locator(".c-latest")).toHaveCount(0);
  await quiet.opens(place);
  await expect(choice).toHaveValue("none");
});
