import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, type Person, test } from "../people";

const project = join(import.meta.dirname, "../..");
const folder = join(project, "docs/pictures");
const isMaking = process.env.KITH_PICTURES === "1";
const most = 250 * 1024;

/** What stands below the fold is laid out only when it comes into sight: a tall window has everything in sight. */
async function takes(person: Person, name: string, { width, height }: { width: number; height: number }) {
  await person.page.setViewportSize({ width, height });
  await person.page.evaluate(() => document.fonts.ready);
  await person.page.waitForTimeout(500);
  await person.page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", caret: "hide" });
  expect(statSync(join(folder, `${name}.png`)).size, `${name}.png`).toBeLessThan(most);
}

test("the pictures that the README shows are there", () => {
  test.skip(isMaking, "they are being made");
  const readme = join(project, "README.md");
  const words = existsSync(readme) ? readFileSync(readme, "utf8") : "";
  for (const [, path = ""] of words.matchAll(/(docs\/pictures\/[\w-]+\.png)/g)) {
    expect(existsSync(join(project, path)), path).toBe(true);
    expect(statSync(join(project, path)).size, path).toBeLessThan(most);
  }
});

test.describe("pictures of the village", () => {
  test.skip(!isMaking, "made anew with KITH_PICTURES=1");
  test.beforeAll(() => {
    mkdirSync(folder, { recursive: true });
  });

  test("the front page, by day", async ({ visitor }) => {
    const guest = await visitor();
    await guest.page.emulateMedia({ colorScheme: "light" });
    await guest.opens("/");
    await takes(guest, "front", { width: 1280, height: 900 });
  });

  test("a conversation, by night", async ({ as }) => {
    const justin = await as("Justin");
    await justin.page.emulateMedia({ colorScheme: "dark" });
    await justin.reads("A garden on eleven euros a month", "Tomás Ibarrola");
    await justin.page.setViewportSize({ width: 1280, height: 1000 });
    await justin.page.getByRole("heading", { name: /comments by/ }).evaluate((heading) => heading.scrollIntoView());
    await takes(justin, "thread", { width: 1280, height: 1000 });
  });

  test("the same on a phone", async ({ as }) => {
    const justin = await as("Justin", { width: 390 });
    await justin.page.emulateMedia({ colorScheme: "light" });
    await justin.reads("A garden on eleven euros a month", "Tomás Ibarrola");
    await justin.page.getByRole("heading", { name: /comments by/ }).evaluate((heading) => heading.scrollIntoView());
    await takes(justin, "phone", { width: 390, height: 844 });
  });

  test("who asks to connect", async ({ as }) => {
    const candy = await as("Candy");
    await candy.page.emulateMedia({ colorScheme: "light" });
    await candy.opens("/requests");
    await takes(candy, "requests", { width: 1280, height: 960 });
  });
});
