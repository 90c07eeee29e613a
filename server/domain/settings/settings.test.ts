import { describe, expect } from "vitest";
import { test } from "#/server/testing/village";
import { setSetting } from "./commands";
import { settingsOf } from "./queries";
import { known } from "./schema";

describe("a setting", () => {
  test("is its standard until somebody sets it", async ({ village }) => {
    const all = await settingsOf(village.context(null));
    for (const [key, { standard }] of Object.entries(known))
      expect([key, all[key as keyof typeof all]]).toEqual([key, standard]);
  });

  test("is kept as its owner set it, also when it came as text", async ({ village }) => {
    const candy = village.as("Candy");
    await candy.settings.set({ key: "comments.minute", value: "12" });
    await candy.settings.set({ key: "join.open", value: "no" });
    await candy.settings.set({ key: "site.title", value: "The Long Table" });
    expect(await settingsOf(village.context(null))).toMatchObject({
      "comments.minute": 12,
      "join.open": false,
      "site.title": "The Long Table",
    });
  });

  test.for([
    ["comments.minute", "many"],
    ["comments.minute", -1],
    ["comments.minute", 1.5],
    ["comments.minute", ""],
    ["join.open", "perhaps"],
    ["site.title", ""],
    ["site.title", "x".repeat(61)],
  ] as const)("refuses %s = %j, and says what is wrong with it", async ([key, value], { village }) => {
    await expect(setSetting(village.context("Candy"), { key, value })).rejects.toMatchObject({
      because: "not-a-value",
      particulars: { key, problem: expect.any(String) },
    });
  });

  test("is saved with the others of its form, or none of them is", async ({ village }) => {
    const candy = village.as("Candy");
    const typed = { "comments.minute": "12", "join.open": "yes", "site.title": "Kith" };
    await expect(candy.settings.change({ ...typed, "comments.hour": "many" })).rejects.toMatchObject({
      cause: { issues: [{ path: ["comments.hour"] }] },
    });
    expect(await settingsOf(village.context(null))).toMatchObject({ "comments.minute": 6 });

    expect(await candy.settings.change(typed)).toEqual(["comments.minute"]);
    expect(await settingsOf(village.context(null))).toMatchObject({ "comments.minute": 12 });
    const log = await candy.moderation.log({});
    expect(log.items.filter(({ act }) => act === "change-setting")).toHaveLength(1);
  });

  test("that nobody knows is refused by its name", async ({ village }) => {
    const refused = village.as("Candy").settings.set({ key: "site.colour", value: "red" });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND", message: "no-such-setting" });
  });

  test.for(["Shawn", "Justin", null] as const)("is not for %s to see or to set", async (name, { village }) => {
    const caller = name ? village.as(name) : village.asVisitor();
    const code = name ? "FORBIDDEN" : "UNAUTHORIZED";
    await expect(caller.settings.list()).rejects.toMatchObject({ code });
    await expect(caller.settings.set({ key: "join.open", value: false })).rejects.toMatchObject({ code });
  });
});
