import { expect, handleOf, Person, test } from "../people";

const password = "ink, blotter, patience";
const long = `${"Without a script, every word is carried there and back. ".repeat(1800)}`.slice(0, 100_001);

/** Axe needs a script of its own to run: the same page, for the same person, in a browser that has scripts. */
async function looksAsOthersDo(person: Person) {
  expect(person.complaints).toEqual([]);
  const context = person.page.context();
  const scripted = await context.browser()?.newContext({ storageState: await context.storageState() });
  if (!scripted) return;
  const other = new Person(person.name, await scripted.newPage());
  await other.opens(new URL(person.page.url()).pathname);
  await other.findsNothingInTheWay();
  await scripted.close();
}

test("Wanda, whose browser runs no script, joins, writes and answers, and loses nothing on the way", async ({
  visitor,
}) => {
  const wanda = await visitor({ name: "Wanda", scripted: false, width: 390 });
  await wanda.opens("/");
  await expect(wanda.page.getByRole("group", { name: "Theme" })).toBeHidden();
  await wanda.presses("A garden on eleven euros a month");
  await wanda.isAt("A garden on eleven euros a month");
  const garden = new URL(wanda.page.url()).pathname;

  await wanda.joins("wanda", password);
  await wanda.page.getByRole("banner").locator("summary").click();
  await wanda.presses("Sign out");
  await expect(wanda.page.getByRole("link", { name: "Join" })).toBeVisible();

  await wanda.opens(garden);
  await wanda.fills("Your comment", "Said before I was in.");
  await wanda.presses("Sign in and comment");
  await expect(wanda.page.getByLabel("Your comment")).toHaveValue("Said before I was in.");

  await wanda.opens("/enter");
  await wanda.fills("Handle or mail address", "wanda");
  await wanda.fills("Password", "not this one");
  await wanda.page.getByRole("button", { name: "Sign in" }).click();
  await wanda.sees("do not belong together");
  await expect(wanda.page.getByLabel("Handle or mail address")).toHaveValue("wanda");
  await wanda.signsIn("wanda", password);

  await wanda.opens("/write");
  await wanda.fills("Title", "By lamplight");
  await wanda.fills("Your words", "Nothing *moves* here.");
  await wanda.chooses("Who can read this", /^Members/);
  await wanda.presses("Preview");
  await expect(wanda.page.getByRole("region", { name: "Preview" }).getByText("moves")).toBeVisible();
  await expect(wanda.page.getByLabel("Title")).toHaveValue("By lamplight");
  await expect(wanda.page.getByRole("radio", { name: /^Members Whoever is signed in/ })).toBeChecked();
  await wanda.presses(/^Publish$/);
  await wanda.isAt("By lamplight");

  await wanda.fills("Your comment", long);
  await wanda.presses(/^Comment$/);
  await wanda.sees("This is 1 over the 100,000 characters there is room for.");
  await expect(wanda.page.getByLabel("Your comment")).toHaveValue(long);
  await wanda.comments("I shall be **brief**.");
  await wanda.replies("I shall be", "Briefer still.");
  await wanda.sees("Briefer still.");
  await looksAsOthersDo(wanda);
});

test("without a script Renske asks Hank to connect, and he accepts", async ({ as }) => {
  const [renske, hank] = [await as("Renske", { scripted: false }), await as("Hank", { scripted: false })];
  await renske.asksToConnect("Hank", "Gravel, on tape: I hear how you step before I hear what you say.");
  await renske.sees("Your request is on its way to Hank.");
  await hank.opens("/requests");
  await hank.presses("Accept the request of Renske");
  await hank.sees("You and Renske are connected now.");
  await renske.standsWith("Hank", "Connected");
  await renske.opens("/feed");
  await looksAsOthersDo(renske);
  await hank.opens("/network");
  await looksAsOthersDo(hank);
});

test("without a script Fiadh reports a comment, and Dilys hides it", async ({ as, visitor }) => {
  const how = { scripted: false };
  const [seun, fiadh] = [await as("Seun", how), await as("Fiadh", how)];
  const [dilys, guest] = [await as("Dilys Prydderch", how), await visitor(how)];
  await seun.reads("A garden on eleven euros a month", "Tomás Ibarrola");
  const key = await seun.comments("The neighbour's dog is called Benedikt.");
  await fiadh.opens(`/report?comment=${key}`);
  await fiadh.chooses("What is wrong with it?", /^It tells what is private/);
  await fiadh.presses("Send the report");
  await fiadh.isAt("Thank you. The moderators know now");

  await dilys.opens("/queue");
  await dilys.presses("Hide it (the comment by Seun)");
  await dilys.page.getByRole("group", { name: "Which house rule?" }).getByRole("radio").first().check();
  await dilys.fills("Why", "A dog's name is a dog's own.");
  await dilys.presses("Hide this comment");
  await dilys.sees("Hidden. The place stays");
  await guest.opens(`/c/${key}`);
  await guest.sees(/Hidden by a moderator/);
  await guest.doesNotSee("Benedikt");
  await guest.opens(`/m/${handleOf("Seun")}`);
  await guest.doesNotSee("Benedikt");
  await dilys.opens("/log");
  await looksAsOthersDo(dilys);
});
