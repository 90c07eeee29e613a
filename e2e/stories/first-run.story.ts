import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../people";
import { type Kith, startKith } from "../site/kith";

let kith: Kith;
test.beforeAll(async () => {
  kith = await startKith();
});
test.afterAll(async () => {
  await kith?.stop();
});

test("the link that Kith prints makes one owner, and an empty site gets its name and its first post", async ({
  visitor,
}) => {
  const [rosa, late] = [await visitor({ name: "Rosa", at: kith.url }), await visitor({ at: kith.url, width: 390 })];
  await rosa.opens("/");
  await rosa.sees("Nobody has written yet");
  await rosa.findsNothingInTheWay();

  const link = new URL(/http:\S+\/first\/\S+/.exec(kith.said())?.[0] ?? "", kith.url).pathname;
  for (const person of [rosa, late]) {
    await person.opens(link);
    await person.isAt("This site is yours");
    await person.fills("Name of the site", person === rosa ? "The Kettle" : "The Pot");
    await person.page.getByLabel("Name", { exact: true }).fill("Rosa");
    await person.fills("Handle", "rosa");
    await person.fills("Mail address", "rosa@kettle.example");
    await person.fills("Password", "a lid, a spout, a whistle");
  }
  await rosa.findsNothingInTheWay();
  await rosa.presses("Open the site");
  await expect(rosa.page).toHaveTitle(/The Kettle/);
  await expect(rosa.page.getByRole("banner").getByRole("link", { name: "The Kettle" })).toBeVisible();

  await late.presses("Open the site");
  await expect(late.page.getByRole("alert").filter({ hasText: "This site has an owner already" })).toBeVisible();
  await late.findsNothingInTheWay();
  await late.opens(link);
  await late.isAt("This site has an owner");
  await late.findsNothingInTheWay();

  await rosa.presses("Write the first post");
  await rosa.isAt("Write");
  await rosa.writes({ title: "The water is on", words: "Come in, sit down." });
  await late.opens("/");
  await late.sees("The water is on");
  await late.findsNothingInTheWay();
  await rosa.findsNothingInTheWay();
});

test("the owner of a demonstration removes the village, and somebody real owns the empty site", async ({ visitor }) => {
  const demo = await startKith({ demo: true });
  try {
    const candy = await visitor({ name: "Candy", at: demo.url });
    await candy.opens("/enter");
    await candy.signsIn("candy", readFileSync(join(demo.data, "village-password"), "utf8").trim());
    await candy.opens("/site");
    await candy.page.getByRole("link", { name: "Remove the village" }).click();
    await candy.isAt("Remove the village?");
    await candy.findsNothingInTheWay();
    await candy.presses("Remove the village");
    await candy.isAt("This site is yours");
    await candy.fills("Name of the site", "The Lid");
    await candy.page.getByLabel("Name", { exact: true }).fill("Rosa");
    await candy.fills("Handle", "candy");
    await candy.fills("Mail address", "rosa@kettle.example");
    await candy.fills("Password", "a lid, a spout, a whistle");
    await candy.presses("Open the site");
    await expect(candy.page).toHaveTitle(/The Lid/);
    await candy.opens("/");
    await candy.sees("Nobody has written yet");
  } finally {
    await demo.stop();
  }
});
