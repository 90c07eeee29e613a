import { expect, test } from "../people";
import { type Kith, startKith } from "../site/kith";
import { shared } from "#/server/testing/shared";

let kith: Kith;
test.beforeAll(async () => {
  kith = await startKith();
});
test.afterAll(async () => {
  await kith?.stop();
});

test("the owner brings a community in from a file, twice, and what cannot be read is refused by its place", async ({
  visitor,
}) => {
  const [owner, guest] = [await visitor({ at: kith.url }), await visitor({ at: kith.url })];
  await owner.opens(new URL(/http:\S+\/first\/\S+/.exec(kith.said())?.[0] ?? "", kith.url).pathname);
  await owner.fills("Name of the site", "Brought along");
  await owner.page.getByLabel("Name", { exact: true }).fill("Rosa");
  await owner.fills("Handle", "rosa");
  await owner.fills("Mail address", "rosa@kettle.example");
  await owner.fills("Password", "a lid, a spout, a whistle");
  await owner.presses("Open the site");
  await expect(owner.page).toHaveTitle(/Brought along/);

  const newest = owner.page.getByRole("main").locator("ol > li").first();
  const sends = async (file: string, fate: string) => {
    await owner.opens("/imports");
    await owner.page.getByLabel("WordPress export").setInputFiles(shared(`data/imports/wxr/${file}`));
    await owner.presses("Send the file");
    await expect(newest.getByRole("heading", { name: file })).toContainText(fate, { timeout: 30_000 });
  };

  await sends("wptt-theme-unit-test.xml", "done");
  await expect(newest).toContainText(/51 posts/);
  await owner.findsNothingInTheWay();

  await guest.opens("/2012/01/03/template-comments/");
  await guest.isAt("Template: Comments");
  expect(new URL(guest.page.url()).pathname).toMatch(/^\/p\/\w{10}\/template-comments$/);
  await expect(guest.page.locator("ol.thread > li[data-depth='3']").first()).toBeVisible();
  await guest.findsNothingInTheWay({ except: ".prose" });

  await sends("wptt-theme-unit-test.xml", "done");
  await expect(newest).toContainText(/0 new/);
  await sends("wpimporter-malformed.xml", "not taken");
  await expect(newest).toContainText(/Line \d+, column \d+:/);
  await expect(newest).toContainText("Nothing of the file was kept.");
  await owner.findsNothingInTheWay();
});
