import { expect, handleOf, type Person, test } from "../people";

const words = "Three barrowloads of pumice from behind the arch";
const garden = "A garden on eleven euros a month";
const by = "Tomás Ibarrola";

/** The addresses where a comment's words stand for anybody who may read them. */
const everywhere = (post: string, key: string) => [
  post,
  `${post}?c=${key}`,
  `${post}?order=newest`,
  "/",
  "/comments",
  "/comments.atom",
  `${post.split("/").slice(0, 3).join("/")}/comments.atom`,
];

async function findsThem(who: Person, places: readonly string[], found: boolean) {
  for (const place of places) {
    const text = await who.fetches(place);
    expect(text.includes(words), `${who.name} at ${place}`).toBe(found);
  }
}

test("Kofi's comment is reported and hidden, nobody reads it but he and the moderators, and it comes back", async ({
  as,
  visitor,
}) => {
  const [kofi, asa, shawn] = [await as("Kofi"), await as("Åsa Norrbäck"), await as("Shawn")];
  const [guest, newcomer, susan, tomas] = [await visitor(), await as("Newcomer"), await as("Susan"), await as(by)];
  const post = await kofi.reads(garden, by);
  const key = await kofi.comments(`${words}, and nobody has asked for them back.`);
  const places = everywhere(post, key);
  const told = ["/notifications"];

  for (const who of [guest, newcomer, susan]) await findsThem(who, places, true);
  await findsThem(susan, ["/feed"], true);
  await expect(async () => findsThem(tomas, told, true)).toPass({ timeout: 10_000 });

  await asa.settlesAt(`/c/${key}`);
  const way = asa.said(words).getByRole("link", { name: "Report" });
  await way.click();
  await expect(asa.page.getByRole("dialog").getByRole("heading", { name: "Report this comment" })).toBeVisible();
  await asa.findsNothingInTheWay();
  await asa.chooses("What is wrong with it?", /^It tells what is private/);
  await asa.fills("In your words", "They are his neighbour's barrowloads.");
  await asa.presses("Send the report");
  await asa.sees("Thank you. The moderators know now");
  await asa.findsNothingInTheWay();
  await asa.presses("Go on reading");
  await expect(way).toBeFocused();

  await shawn.opens("/queue");
  await shawn.sees(words);
  await shawn.sees("They are his neighbour's barrowloads.");
  await shawn.findsNothingInTheWay();
  await shawn.presses("Hide it (the comment by Kofi)");
  await shawn.findsNothingInTheWay();
  await shawn.page.getByRole("group", { name: "Which house rule?" }).getByRole("radio").first().check();
  await shawn.fills("Why", "They are not yours to give away.");
  await shawn.presses("Hide this comment");
  await shawn.sees("Hidden. The place stays");

  const hiddenAt = Date.now();
  await findsThem(guest, [post], false);
  expect(Date.now() - hiddenAt).toBeLessThan(1000);
  for (const who of [guest, newcomer, susan, asa]) await findsThem(who, [...places, `/m/${handleOf("Kofi")}`], false);
  await findsThem(susan, ["/feed"], false);
  await findsThem(tomas, told, false);
  await guest.opens(`${post}?c=${key}`);
  await guest.sees(/Hidden by a moderator/);
  await guest.findsNothingInTheWay();

  await kofi.opens(`/c/${key}`);
  await kofi.sees(words);
  await kofi.sees("Only its author and the moderators can read it.");
  await kofi.findsNothingInTheWay();
  await expect(async () => {
    await kofi.opens("/notifications");
    await expect(kofi.page.getByText("They are not yours to give away.")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await kofi.findsNothingInTheWay();

  await shawn.opens(`/c/${key}/hide`);
  await shawn.sees(words);
  await shawn.presses(/^Unhide it/);
  await shawn.sees("The words are back in their place.");
  await shawn.findsNothingInTheWay();
  await findsThem(guest, places, true);
  await findsThem(susan, ["/feed"], true);
  await shawn.opens("/log");
  await shawn.sees("Shawn unhid a comment by Kofi");
  await shawn.findsNothingInTheWay();
});
