import { beforeAll, describe, expect } from "vitest";
import { createCaller } from "#/server/api/root";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { tagsOf } from "../events";

beforeAll(bundleTextWorker);

/** Posts of Susan's with these tags, by their titles. */
async function written(village: Village, posts: Record<string, string[]>) {
  for (const [title, tags] of Object.entries(posts))
    await village.as("Susan").posts.write({ title, source: "Words.", tags, publish: true });
}
const about = async (village: Village, slug: string) =>
  village
    .asVisitor()
    .posts.tagged({ slug })
    .then(
      ({ tag, items }) => [tag.slug, ...items.map(({ title }) => title).sort()].join(" "),
      ({ message }: Error) => message,
    );

describe("a tag", () => {
  test("can be renamed, and its old address leads on", async ({ village }) => {
    await written(village, { A: ["Chairz"] });
    const ctx = village.context("Shawn");
    const { id } = await createCaller(ctx).moderation.renameTag({ slug: "chairz", name: "Chairs & stools" });
    expect(ctx.told.flatMap(tagsOf)).toContain("site");
    expect(await about(village, "chairs-stools")).toBe("chairs-stools A");
    expect(await about(village, "chairz")).toBe("chairs-stools A");
    // Whoever still writes it the old way means the new one.
    await written(village, { B: ["chairz"] });
    expect(await about(village, "chairs-stools")).toBe("chairs-stools A B");
    expect((await village.asVisitor().posts.latest({ tag: "chairz" })).length).toBe(2);
    await village.as("Shawn").moderation.undoTagChange({ id });
    expect(await about(village, "chairs-stools")).toBe("chairz A B");
    expect(await about(village, "chairz")).toBe("chairz A B");
    const acts = (await village.as("Shawn").moderation.log({ limit: 2 })).items.map(({ act }) => act);
    expect(acts.sort()).toEqual(["rename-tag", "undo-tags"]);
  });

  test("can be merged into another, and undone post by post", async ({ village }) => {
    await written(village, { A: ["Seats"], B: ["Chairs"], Both: ["Seats", "Chairs"] });
    const shawn = village.as("Shawn").moderation;
    const renamed = await shawn.renameTag({ slug: "seats", name: "Seating" });
    expect(renamed.slug).toBe("seating");
    const { id } = await shawn.mergeTags({ slug: "seating", into: "chairs" });
    for (const slug of ["chairs", "seating", "seats"]) expect(await about(village, slug)).toBe("chairs A B Both");
    await expect(shawn.undoTagChange({ id: renamed.id })).rejects.toMatchObject({ message: "tag-changed-since" });
    await shawn.undoTagChange({ id });
    expect(await about(village, "chairs")).toBe("chairs B Both");
    for (const slug of ["seating", "seats"]) expect(await about(village, slug)).toBe("seating A Both");
    await expect(shawn.undoTagChange({ id })).rejects.toMatchObject({ message: "nothing-to-undo" });
  });

  test("is refused a name that another one has or had, and a merge with itself", async ({ village }) => {
    await written(village, { A: ["Seats"], B: ["Chairs"] });
    const shawn = village.as("Shawn").moderation;
    const no = (message: string) => ({ message });
    await expect(shawn.renameTag({ slug: "seats", name: "CHAIRS" })).rejects.toMatchObject(no("tag-exists"));
    await expect(shawn.renameTag({ slug: "seats", name: "x" })).rejects.toMatchObject(no("tag-length"));
    await expect(shawn.mergeTags({ slug: "seats", into: "Seats" })).rejects.toMatchObject(no("same-tag"));
    await expect(shawn.mergeTags({ slug: "seats", into: "Nowhere" })).rejects.toMatchObject(no("no-such-tag"));
    await shawn.renameTag({ slug: "chairs", name: "Stools" });
    await expect(shawn.renameTag({ slug: "seats", name: "Chairs" })).rejects.toMatchObject(no("tag-exists"));
    await shawn.renameTag({ slug: "seats", name: "SEATS" });
    expect((await village.asVisitor().posts.tagged({ slug: "seats" })).tag.name).toBe("SEATS");
    const justin = village.as("Justin").moderation;
    await expect(justin.renameTag({ slug: "seats", name: "Benches" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("is counted by the posts somebody may read, and is not there without one", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const tagged = (audience: "everyone" | "members" | "me", publish = true) =>
      susan.write({ title: audience, source: "Words.", tags: ["Oddities"], audience, publish });
    const many = async (api: ReturnType<Village["asVisitor"]>) =>
      (await api.posts.tags()).find(({ slug }) => slug === "oddities")?.many ?? 0;
    await tagged("me");
    await tagged("everyone", false);
    expect([await many(village.asVisitor()), await many(village.as("Shawn"))]).toEqual([0, 0]);
    // What is only in a draft does not exist for a moderator either.
    const shawn = village.as("Shawn").moderation;
    await expect(shawn.renameTag({ slug: "oddities", name: "Odd" })).rejects.toMatchObject({ message: "no-such-tag" });
    await tagged("members");
    await tagged("everyone");
    expect([await many(village.asVisitor()), await many(village.as("Justin"))]).toEqual([1, 2]);
    expect((await village.as("Susan").posts.room()).known).toContain("Oddities");
  });
});
