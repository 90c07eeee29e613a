import sharp from "sharp";
import { expect, type Person, test } from "../people";

const length = 5674;
const thought = "What I keep is what I would miss, and what I would miss I have used this year. ";
const reply = ({ page }: Person) => page.getByLabel(/^Your reply to/);

/** Selects a comment's words with a finger and presses what is offered there. */
async function quotes({ page }: Person, key: string) {
  await page.locator(`#c-${key} .c-body p`).selectText();
  await page.locator(`#c-${key} .quote-button`).tap();
}

test("5,674 characters with two quotes and a picture: begun on a phone, cut off twice, finished at a desk, sent once", async ({
  as,
}) => {
  const susan = await as("Susan");
  const post = await susan.writes({ title: "What to keep in a shed", words: "Say what you keep, and why." });
  const first = await susan.comments("A shed is a place for what has no other place.");
  await susan.opens(post);
  const second = await susan.comments("Whoever tidies it owns it.");

  const phone = await as("Priya", { width: 320 });
  await phone.opens(post);
  await quotes(phone, first);
  await expect(reply(phone)).toHaveValue(/^> A shed is a place/);
  await quotes(phone, second);
  await expect(reply(phone)).toHaveValue(/^> A shed is a place[^]+\n\n> Whoever tidies it owns it\./);
  const chooser = phone.page.waitForEvent("filechooser");
  await phone.page.getByRole("button", { name: "Picture" }).tap();
  const buffer = await sharp({ create: { width: 600, height: 3000, channels: 3, background: "#7a5a3a" } })
    .jpeg()
    .toBuffer();
  await (await chooser).setFiles({ name: "shed.jpg", mimeType: "image/jpeg", buffer });
  await phone.page.getByLabel("What does it show?").fill("My shed");
  await phone.page.getByLabel("What does it show?").press("Enter");
  await expect(reply(phone)).toHaveValue(/!\[My shed\]\(\/pictures\//);
  await reply(phone).press("Control+End");
  await reply(phone).pressSequentially("\n\nWhat I keep");
  await phone.page.waitForResponse(
    (it) => it.url().includes("drafts.keep") && (it.request().postData() ?? "").includes("What I keep"),
  );
  // In a tunnel, and then the battery is empty.
  await phone.page.context().setOffline(true);
  await reply(phone).pressSequentially(" is a spade");
  const begun = await reply(phone).inputValue();
  await phone.page.close();

  const desk = await as("Priya");
  await desk.opens("/drafts");
  await desk.page
    .getByRole("link", { name: /What to keep in a shed/ })
    .first()
    .click();
  const words = desk.page.getByLabel(/^Your (reply|words)/);
  await expect(words).toHaveValue(/What I keep$/);
  const there = await words.inputValue();
  expect(begun.startsWith(there)).toBe(true);
  await words.fill(there + thought.repeat(90).slice(0, length - there.length - 14) + " The last word");
  expect((await words.inputValue()).length).toBe(length);
  await words.press("Control+Enter");
  await desk.page.waitForURL(/#c-\w{10}$/);

  await desk.opens(post);
  const said = desk.said("The last word");
  await expect(said).toHaveCount(1);
  await expect(said).not.toContainText("parts");
  await expect(said.locator("blockquote")).toHaveCount(2);
  const picture = said.getByRole("img", { name: "My shed" });
  await expect(picture).toHaveCount(1);
  // It is tall: shown no higher than the window, with the way to the whole.
  await picture.scrollIntoViewIfNeeded();
  await expect(said.getByRole("link", { name: "My shed" })).toHaveAttribute("href", /\/pictures\//);
  expect((await picture.boundingBox())?.height).toBeLessThanOrEqual(720);
  await expect(desk.page.getByRole("heading", { name: "3 comments by 2 people" })).toBeVisible();
  await desk.opens("/drafts");
  await desk.doesNotSee("What to keep in a shed");
});
