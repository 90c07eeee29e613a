import { expect, handleOf, type Person, test, villagePassword } from "../people";

const title = "A garden on eleven euros a month";
const by = "Tomás Ibarrola";
const ondrej = handleOf("Ondřej Vaclík");
const field = (person: Person) => person.page.getByLabel("Your comment");

test("a comment half written is there again after the page is loaded anew, and gone once it is discarded", async ({
  as,
}) => {
  const justin = await as("Justin");
  await justin.reads(title, by);
  await justin.fills("Your comment", "I was about to say something long.");
  await justin.page.reload();
  await expect(field(justin)).toHaveValue("I was about to say something long.");
  await justin.sees(/Restored from/);
  await justin.findsNothingInTheWay();
  await justin.presses("Discard it");
  await expect(field(justin)).toHaveValue("");
  await justin.page.reload();
  await expect(field(justin)).toHaveValue("");
});

/** While a session has ended the browser says so of everything that a page asks in the background. */
const forgets = ({ complaints }: Person) => complaints.splice(0);

test("what Ondřej wrote while another browser ended his session is sent once he has signed in", async ({ visitor }) => {
  const [here, there] = [await visitor(), await visitor()];
  for (const browser of [here, there]) await browser.signsIn(ondrej);
  const noted = here.page.waitForResponse((answer) => answer.url().includes("visits.note"));
  await here.reads(title, by);
  await noted;
  await here.fills("Your comment", "Backups of a garden: seeds, in an envelope.");
  await there.opens("/settings");
  await there.presses("End all others");
  await there.sees("Ended.");

  await here.presses(/^Comment$/);
  const door = here.page.getByRole("dialog", { name: "Sign in to send it" });
  await expect(door).toBeVisible();
  forgets(here);
  await here.findsNothingInTheWay();
  await door.getByLabel("Handle or mail address").fill(ondrej);
  await door.getByLabel("Password").fill(villagePassword());
  await door.getByRole("button", { name: "Sign in and send" }).click();
  await expect(here.said("seeds, in an envelope")).toBeVisible();
  forgets(here);
  await here.findsNothingInTheWay();
});

test("a second press makes no second comment, and going back finds an empty form", async ({ as }) => {
  const layla = await as("ليلى");
  const post = await layla.reads(title, by);
  await layla.fills("Your comment", "We grew mint in a paint tin.");
  await layla.page.getByRole("button", { name: /^Comment$/ }).dblclick();
  await expect(layla.said("mint in a paint tin")).toBeVisible();
  await layla.page.goBack();
  await layla.isAt(title);
  await expect(field(layla)).toHaveValue("");
  await layla.opens(post);
  await expect(layla.said("mint in a paint tin")).toHaveCount(1);
  await layla.findsNothingInTheWay();
});

test("without a script a second press makes no second comment either", async ({ as }) => {
  const marguerite = await as("Marguerite", { scripted: false });
  const post = await marguerite.reads(title, by);
  await marguerite.fills("Your comment", "A comma is a place to breathe in.");
  await marguerite.page.getByRole("button", { name: /^Comment$/ }).dblclick();
  await expect(marguerite.said("a place to breathe in")).toBeVisible();
  await marguerite.opens(post);
  await expect(marguerite.said("a place to breathe in")).toHaveCount(1);
});
