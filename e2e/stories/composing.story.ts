import type { Locator } from "@playwright/test";
import { expect, test } from "../people";

const title = "A garden on eleven euros a month";
const by = "Tomás Ibarrola";

/** Pastes into a field, as a program would give it: in several kinds at once. */
const pastes = (field: Locator, kinds: Record<string, string>) =>
  field.evaluate((area, kinds) => {
    const clipboardData = new DataTransfer();
    for (const [kind, words] of Object.entries(kinds)) clipboardData.setData(kind, words);
    area.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
  }, kinds);

test("Priya begins on a phone, finishes at a desk, with people, emoji, a table and a preview at hand", async ({
  as,
}) => {
  const phone = await as("Priya", { width: 390 });
  const post = await phone.reads(title, by);
  const thumb = phone.page.getByLabel("Your comment");
  await thumb.click();
  const bar = phone.page.getByRole("toolbar", { name: "Formatting" });
  await expect(bar).toBeVisible();
  await thumb.pressSequentially("Half of it, @tom");
  await expect(phone.page.getByRole("option", { name: /@tomas/ })).toBeVisible();
  await phone.findsNothingInTheWay({ themes: 1 });
  await thumb.press("Enter");
  await expect(thumb).toHaveValue("Half of it, @tomas ");
  await thumb.pressSequentially(":seedl");
  await expect(phone.page.getByRole("option", { name: /seedling/ })).toBeVisible();
  await thumb.press("Enter");
  await expect(thumb).toHaveValue("Half of it, @tomas 🌱 ");
  await phone.page.waitForResponse(
    (it) => it.url().includes("drafts.keep") && (it.request().postData() ?? "").includes("🌱"),
  );
  await phone.sees(/Kept at \d\d:\d\d/);

  const desk = await as("Priya");
  await desk.opens(post);
  const words = desk.page.getByLabel("Your comment");
  await expect(words).toHaveValue("Half of it, @tomas 🌱 ");
  await desk.sees(/as you left it on another device/);
  await words.press("Control+End");
  await words.pressSequentially("and the rest");
  for (let nth = 0; nth < 8; nth += 1) await words.press("Shift+ArrowLeft");
  await words.press("Control+b");
  await expect(words).toHaveValue("Half of it, @tomas 🌱 and **the rest**");
  await desk.page.getByRole("button", { name: "Preview" }).click();
  const preview = desk.page.getByRole("region", { name: "Preview" });
  await expect(preview.locator("strong")).toHaveText("the rest");
  // A link goes behind what is selected, a table becomes Markdown.
  await words.press("Control+a");
  await pastes(words, { "text/plain": "https://garden.example/eleven" });
  await expect(words).toHaveValue("[Half of it, @tomas 🌱 and **the rest**](https://garden.example/eleven)");
  await words.press("Control+z");
  await expect(words).toHaveValue("Half of it, @tomas 🌱 and **the rest**");
  await words.press("Control+End");
  await words.pressSequentially("\n\n");
  const table =
    "<meta charset='utf-8'><table><tr><th>Seed</th><th>Euros</th></tr><tr><td>Beans</td><td>2</td></tr></table>";
  await pastes(words, { "text/html": table, "text/plain": "Seed Euros Beans 2" });
  await expect(words).toHaveValue(/Seed \| Euros\n-- \| --\nBeans \| 2/);
  await expect(preview.getByRole("cell", { name: "Beans" })).toBeVisible();
  await words.press("Control+End");
  await words.pressSequentially("\n\n of it");
  await expect(preview).toContainText("of it");

  // The row of tools is one stop; the arrow keys walk it.
  await words.press("Shift+Tab");
  await expect(desk.page.getByRole("button", { name: "Bold" })).toBeFocused();
  await desk.page.keyboard.press("End");
  await desk.page.keyboard.press("ArrowLeft");
  await expect(desk.page.getByRole("button", { name: "Emoji" })).toBeFocused();
  await desk.page.keyboard.press("Enter");
  await desk.page.getByLabel("Find an emoji").fill("watermelon");
  await desk.findsNothingInTheWay();
  await desk.page.keyboard.press("Enter");
  await expect(words).toHaveValue(/🍉$/);
  await words.press("Control+Enter");
  await desk.page.waitForURL(/#c-\w{10}$/);
  await expect(desk.said("🍉").locator("strong")).toHaveText("the rest");
  await desk.opens("/drafts");
  await desk.doesNotSee(title);
});

test("what Kofi sends without a connection goes out once there is one, once; what he closed comes back", async ({
  as,
}) => {
  const kofi = await as("Kofi");
  const post = await kofi.reads(title, by);
  const words = kofi.page.getByLabel("Your comment");
  await words.click();
  await expect(kofi.page.getByRole("toolbar")).toBeVisible();
  await words.fill("Written in a tunnel.");
  await kofi.page.context().setOffline(true);
  await kofi.sees(/^Kept on this device at \d\d:\d\d; there is no connection\.$/);
  await kofi.page.getByRole("button", { name: /^Comment$/ }).click();
  await kofi.sees("There is no connection.");
  await kofi.page.context().setOffline(false);
  await kofi.page.waitForURL(/#c-\w{10}$/);
  await kofi.opens(post);
  await expect(kofi.said("Written in a tunnel.")).toHaveCount(1);

  await kofi.fills("Your comment", "Written in the next tunnel.");
  await kofi.page.context().setOffline(true);
  await kofi.page.getByRole("button", { name: /^Comment$/ }).click();
  await kofi.sees("There is no connection.");
  await kofi.page.goto("about:blank");
  await kofi.page.context().setOffline(false);
  await kofi.opens(post);
  await kofi.sees("What waited on this device was sent.");
  await expect(words).toHaveValue("");
  // Without a connection the browser itself complains, of whatever the page asked for meanwhile.
  kofi.complaints.splice(0);
  await kofi.findsNothingInTheWay({ themes: 1 });
  await kofi.page.getByRole("link", { name: "See it" }).click();
  await expect(kofi.said("Written in the next tunnel.")).toHaveCount(1);
  await expect(words).toHaveValue("");

  await kofi.fills("Your comment", "Closed before I");
  await kofi.page.close();
  const again = await as("Kofi");
  await again.opens(post);
  await again.page.getByLabel("Your comment").focus();
  await expect(again.page.getByLabel("Your comment")).toHaveValue("Closed before I");
  await again.fills("Your comment", "Closed before I was done.");
  await again.sees(/Kept at/);
  await again.opens("/drafts");
  await again.sees(`A comment on “${title}”`);
  await again.findsNothingInTheWay();
  await again.presses("Read or delete");
  await expect(again.page.getByLabel("Your words")).toHaveValue("Closed before I was done.");
  await again.findsNothingInTheWay();
  await again.presses(/^Delete$/);
  await again.isAt("Your drafts");
  await again.doesNotSee(title);
  const drafts = again.page.url();
  await again.opens(post);
  await again.page.getByLabel("Your comment").focus();
  await again.page.getByRole("toolbar").first().waitFor();
  await expect(again.page.getByLabel("Your comment")).toHaveValue("");
  await again.opens(drafts);
  await again.presses("Undo");
  await again.sees("It is back, as it was.");
  await again.sees(`A comment on “${title}”`);
});

test("Bert quotes Susan by selecting her words, and the quote says when she changes them", async ({ as }) => {
  const [susan, bert] = [await as("Susan"), await as("Bert")];
  const post = await susan.writes({ title: "What a chair says", words: "Sit down, it says, and *stay*." });
  const key = await susan.comments("A chair has four legs and one opinion.");
  await bert.opens(post);
  // Three clicks select up to where the next element begins, outside the words.
  await bert.page.locator(`#c-${key} .c-body p`).click({ clickCount: 3 });
  await bert.page.getByRole("button", { name: "Quote", exact: true }).last().click();
  const reply = bert.page.getByLabel(/^Your reply to/);
  await expect(reply).toHaveValue(
    new RegExp(`^> A chair has four legs and one opinion\\.\n>\n> — \\[Susan\\]\\(/c/${key}#q-`),
  );
  await reply.press("Control+End");
  await reply.pressSequentially("Mine has two.");
  await bert.presses(/^Reply$/);
  await bert.page.waitForURL(/#c-\w{10}$/);
  const said = bert.said("Mine has two.");
  await expect(said.locator("blockquote")).toContainText("four legs and one opinion");
  await expect(said.locator("blockquote").getByRole("link", { name: "Susan" })).toHaveAttribute(
    "href",
    new RegExp(key),
  );
  await bert.findsNothingInTheWay();

  await susan.opens(`/c/${key}/edit`);
  await susan.fills("Your comment", "A chair has three legs and one opinion.");
  await susan.presses("Save");
  await susan.page.waitForURL(/#c-\w{10}$/);
  await expect(async () => {
    await bert.page.reload();
    await expect(said.locator("blockquote")).toContainText("not in the original as it stands now", { timeout: 500 });
  }).toPass();

  // Whoever is writing already goes on where the caret is, and sees where that is.
  await bert.opens(post);
  const words = bert.page.getByLabel("Your comment");
  const before = "A long beginning.\n\n".repeat(40);
  await words.fill(`${before}and an end.`);
  await words.evaluate(
    (area, at) => area instanceof HTMLTextAreaElement && area.setSelectionRange(at, at),
    before.length,
  );
  await words.blur();
  await bert.page.locator(`#c-${key} .c-body p`).selectText();
  await bert.page.locator(".quote-button").click();
  await expect(words).toHaveValue(/A long beginning\.\n\n> A chair has .+\n>\n> — \[Susan\].+\n\nand an end\.$/);
  await expect(bert.page.getByLabel(/^Your reply to/)).toHaveCount(0);
  await expect(words).toBeFocused();
  await expect(words).toBeInViewport();
  expect(
    await words.evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop),
  ).toBeLessThan(200);

  // What is begun and not sent is told where it belongs.
  await bert.opens(post);
  await bert.page.locator(`#c-${key} [href$="#reply"]`).first().click();
  const isKept = bert.page.waitForResponse(
    (it) => it.url().includes("drafts.keep") && (it.request().postData() ?? "").includes("Begun and left."),
  );
  await reply.fill("Begun and left.");
  await isKept;
  await bert.opens(post);
  await bert.sees("You have an unsent reply to Susan");
  await bert.findsNothingInTheWay({ themes: 1 });
  await bert.page.getByRole("link", { name: "go on with it" }).click();
  await expect(reply).toHaveValue("Begun and left.");

  await bert.opens(post);
  await bert.fills("Your comment", `${"Far too long. ".repeat(7200)}\n\nThe last word.`);
  await bert.sees("too many");
  await bert.presses("Make it a post of its own");
  await bert.isAt("Your draft");
  await expect(bert.page.getByLabel("Your words")).toHaveValue(/^In answer to \[What a chair says\]/);
});

test("whoever looks for names without end is told so, and writes on", async ({ as }) => {
  const [candy, bert] = [await as("Candy"), await as("Bert")];
  const allow = (value: number) =>
    candy.page.request.post(new URL("/api/trpc/settings.set", candy.home).href, {
      data: { key: "mentions.minute", value: String(value) },
      headers: { origin: candy.home },
    });
  expect((await allow(1)).status()).toBe(200);
  try {
    await bert.reads("A garden on eleven euros a month", "Tomás Ibarrola");
    const words = bert.page.getByLabel("Your comment");
    await words.click();
    await expect(bert.page.getByRole("button", { name: "Picture" })).toBeVisible();
    await words.pressSequentially("@tom");
    await bert.sees(/^No names are suggested for the next \d+ seconds/);
    await words.pressSequentially("as, hello");
    await expect(words).toHaveValue("@tomas, hello");
    await expect(words).toBeFocused();
  } finally {
    await allow(120);
  }
});
