import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import type { Caller } from "#/server/api/root";
import { test } from "#/server/testing/village";

test("offers the nearest words that this reader can read, and none that they cannot", async ({ village }) => {
  const { db } = village;
  const offered = async (api: Caller, q: string) => (await api.search.words({ q })).instead;
  const { key: postKey } = await village
    .as("Kofi")
    .posts.write({ title: "Narwhals sing", source: "Yes.", publish: true });
  const { key: comment } = await village
    .as("Bert")
    .comments.write({ postKey, source: "A glockenspiel, Überraschung!" });
  expect(await offered(village.asVisitor(), "glokenspiel")).toBe("glockenspiel");
  expect(await offered(village.asVisitor(), '"narhwals" from:kofi -Wal')).toBe('"narwhals" from:kofi -Wal');
  expect(await offered(village.asVisitor(), "uberrashung OR narwhlas")).toBe("überraschung OR narwhals");
  expect(await offered(village.asVisitor(), "glaukenspuhl")).toBeNull();
  expect(await offered(village.asVisitor(), "glockenspiel")).toBeNull();
  // What is longer than any word is not compared: somebody could write pages of it.
  await village.as("Bert").comments.write({ postKey, source: `${"la".repeat(20)} ${"lo".repeat(21)}` });
  expect(await offered(village.asVisitor(), `${"la".repeat(19)}l`)).toBe("la".repeat(20));
  expect(await offered(village.asVisitor(), `${"lo".repeat(20)}l`)).toBeNull();

  await db
    .update(comments)
    .set({ hiddenAt: village.context(null).now() })
    .where(eq(comments.key, comment));
  expect(await offered(village.asVisitor(), "glokenspiel")).toBeNull();
  expect(await offered(village.as("Bert"), "glokenspiel")).toBe("glockenspiel");
  await db.update(comments).set({ hiddenAt: null }).where(eq(comments.key, comment));
  for (const audience of ["me", "connections", "members"] as const) {
    await db.update(posts).set({ audience }).where(eq(posts.title, "Narwhals sing"));
    expect(await offered(village.asVisitor(), "glokenspiel")).toBeNull();
    expect(await offered(village.as("Kofi"), "glokenspiel")).toBe("glockenspiel");
  }
  await village.as("Bert").connections.block({ person: { handle: "candy" } });
  expect(await offered(village.as("Candy"), "glokenspiel")).toBeNull();
});
