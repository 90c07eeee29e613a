import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { quotes } from "#/db/schema/drafts";
import { posts } from "#/db/schema/posts";
import { hashOf } from "#/server/platform/text";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { carryNext } from "../notifications/carry";

beforeAll(bundleTextWorker);

const note = "not in the original as it stands now";
const said = "A chair is a promise. It is *kept* by sitting.";
const taken = "A chair is a promise. It is kept";

/** What the composer makes of selected words. */
const quote = (of: "c" | "p", key: string, words: string) =>
  `> ${words}\n>\n> — [Susan](/${of}/${key}#q-${hashOf(words.replace(/\s+/g, " ").trim())})\n\nIndeed.`;

const carried = async (village: Village) => {
  while ((await carryNext(village.context(null), 100)) > 0);
};

async function posted(village: Village, more: object = {}) {
  const words = { title: "Chairs", source: said, publish: true, ...more };
  return (await village.as("Susan").posts.write(words)).key;
}

const shown = async (village: Village, postKey: string, key: string) =>
  (await village.asVisitor().comments.thread({ postKey })).items.find((item) => item.key === key)?.html ?? "";

/** Susan says something under her post, and Bert quotes it. */
async function quoted(village: Village, words = taken) {
  const postKey = await posted(village);
  const { key } = await village.as("Susan").comments.write({ postKey, source: said });
  const answer = await village.as("Bert").comments.write({ postKey, source: quote("c", key, words) });
  await carried(village);
  return { postKey, key, answer: answer.key };
}

const edit = async (village: Village, key: string, source: string) => {
  village.later(3_600_000);
  await village.as("Susan").comments.edit({ key, source });
  await carried(village);
};

describe("a quote", () => {
  test("leads back, and says so once its words are edited out, until they are back", async ({ village }) => {
    const { postKey, key, answer } = await quoted(village);
    expect(await shown(village, postKey, answer)).toContain(`<a href="/c/${key}#q-${hashOf(taken)}">Susan</a></p>`);
    await edit(village, key, `${said} And by standing up again.`);
    expect(await shown(village, postKey, answer)).not.toContain(note);
    await edit(village, key, "A stool is a promise.");
    expect(await shown(village, postKey, answer)).toContain(`Susan</a><small> · ${note}</small></p>`);
    await edit(village, key, said);
    expect(await shown(village, postKey, answer)).not.toContain(note);
  });

  test("of a post is kept true like one of a comment, and raises the page it stands on", async ({ village }) => {
    const key = await posted(village);
    const elsewhere = await posted(village, { title: "Stools" });
    const answer = await village
      .as("Bert")
      .comments.write({ postKey: elsewhere, source: quote("p", key, "kept by sitting") });
    await carried(village);
    await village.as("Susan").posts.edit({ key, title: "Chairs", source: "A stool.", publish: true });
    const ctx = village.context(null);
    while ((await carryNext(ctx, 100)) > 0);
    expect(await shown(village, elsewhere, answer.key)).toContain(note);
    const [there] = await village.db.select({ id: posts.id }).from(posts).where(eq(posts.key, elsewhere));
    expect(ctx.told).toContainEqual({ type: "quote.changed", postId: there?.id });
  });

  test("whose words were never said says so as well; one that was changed by its writer claims nothing", async ({
    village,
  }) => {
    const { postKey, answer } = await quoted(village, "A chair is a lie.");
    expect(await shown(village, postKey, answer)).toContain(note);
    const { key } = await village.as("Susan").comments.write({ postKey, source: "Other words." });
    const altered = quote("c", key, "Other words.").replace("> Other words.", "> Others' words.");
    const other = await village.as("Bert").comments.write({ postKey, source: altered });
    await carried(village);
    expect(await shown(village, postKey, other.key)).not.toContain(note);
  });

  test("tells nobody what stands in words they may not read", async ({ village }) => {
    const secret = await posted(village, { audience: "me", source: "The key is under the third chair." });
    const postKey = await posted(village);
    for (const guess of ["under the third chair", "under the first chair"]) {
      const source = quote("p", secret, guess);
      const { key } = await village.as("Bert").comments.write({ postKey, source });
      await carried(village);
      expect(await shown(village, postKey, key)).not.toContain(note);
    }
    expect(await village.db.select().from(quotes)).toEqual([]);
  });
});
