import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { createCaller } from "#/server/api/root";
import { test, type Village } from "#/server/testing/village";
import { addMember } from "../members/commands";
import { villageHere } from "./village";

/** Rosa came to the demo, wrote a post of her own, and talked with the village there and on its own pages. */
async function withRosa(village: Village) {
  const ctx = village.context(null);
  const rosa = await addMember(ctx, { name: "Rosa", handle: "rosa", mail: null, mailProven: false, role: "member" });
  const as = createCaller({ ...ctx, viewer: rosa });
  const { key: postKey } = await as.posts.write({ title: "A kettle", source: "It sings.", publish: true });
  const answered = await village.as("Bert").comments.write({ postKey, source: "Does it?" });
  await as.comments.write({ postKey, parentKey: answered.key, source: "It does." });
  await village.as("Hank").comments.write({ postKey, source: "Nobody answered me." });
  return { rosa, postKey };
}

describe("the village", () => {
  test("is counted for its owner and for nobody else", async ({ village }) => {
    expect(await village.as("Candy").identities.village()).toEqual(await villageHere(village.context(null)));
    expect(await villageHere(village.context(null))).toMatchObject({ people: village.people.length, others: 0 });
    await expect(village.as("Shawn").identities.village()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(village.as("Shawn").identities.removeVillage({ goodbye: "village" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("goes with all it said, and leaves what others wrote readable", async ({ village }) => {
    const { rosa } = await withRosa(village);
    const { ownerPath } = await village.as("Candy").identities.removeVillage({ goodbye: "village" });
    expect(ownerPath).toMatch(/^\/first\/[\w-]{43}$/);
    expect(await village.db.select({ id: members.id }).from(members)).toEqual([{ id: rosa.id }]);
    expect(await village.db.select({ title: posts.title }).from(posts)).toEqual([{ title: "A kettle" }]);
    const left = await village.db.select().from(comments).orderBy(comments.writtenAt, comments.depth);
    expect(left.map(({ source, guestName, erasedAt }) => [source, guestName, erasedAt !== null])).toEqual([
      ["", "Somebody", true],
      ["It does.", null, false],
    ]);
    expect(await villageHere(village.context(null))).toBeNull();
  });

  test("leaves a site that has another owner as it is", async ({ village }) => {
    const { rosa } = await withRosa(village);
    await village.db.update(members).set({ role: "owner" }).where(eq(members.id, rosa.id));
    expect(await village.as("Candy").identities.removeVillage({ goodbye: "village" })).toEqual({ ownerPath: null });
    expect(await village.db.select({ many: sql<number>`count(*)::int` }).from(members)).toEqual([{ many: 1 }]);
  });
});
