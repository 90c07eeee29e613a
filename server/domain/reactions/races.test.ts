import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, newKey } from "#/db/ids";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { reactions } from "#/db/schema/reactions";
import { countingStatements } from "#/server/testing/counting";
import { ownVillage } from "#/server/testing/village";
import { setSetting } from "../settings/commands";

let village: Awaited<ReturnType<typeof ownVillage>>;
beforeAll(async () => {
  village = await ownVillage();
  await setSetting(village.context("Candy"), { key: "reactions.minute", value: 10_000 });
});
afterAll(() => village.close());

/** A comment of Justin's, made long ago without its writing. */
async function comment(many = 1) {
  const [post] = await village.db.select().from(posts).where(eq(posts.slug, "choose-tools-you-can-leave"));
  const rows = Array.from({ length: many }, () => {
    const id = newId();
    const words = { source: "x", html: "<p>x</p>", excerpt: "x", renderedBy: 1 };
    const writtenAt = new Date(village.context(null).now().getTime() - 7_200_000);
    return {
      ...words,
      id,
      key: newKey(),
      rootId: id,
      postId: post?.id ?? "",
      authorId: village.person("Justin").id,
      writtenAt,
    };
  });
  await village.db.insert(comments).values(rows);
  return rows.map(({ id, key }) => ({ id, key, thing: { comment: key } }));
}

const rowsOf = (id: string) => village.db.select().from(reactions).where(eq(reactions.commentId, id));

describe("two presses at once", () => {
  test("make one reaction, the same or another, from however many connections", async () => {
    for (const kinds of [
      ["thanks", "thanks"],
      ["thanks", "agree"],
      ["agree", "think", "thanks", "agree"],
    ] as const) {
      const [it] = await comment();
      if (!it) throw new Error("There is no comment");
      const presses = kinds.map((kind) => village.as("Candy").reactions.react({ thing: it.thing, kind }));
      expect((await Promise.all(presses)).map(({ mine }) => mine)).toEqual(kinds);
      const rows = await rowsOf(it.id);
      expect(rows).toHaveLength(1);
      expect(kinds).toContain(rows[0]?.kind);
    }
  });

  test("of which one takes it back leave one or none, and both succeed", async () => {
    for (let round = 0; round < 10; round++) {
      const [it] = await comment();
      if (!it) throw new Error("There is no comment");
      const candy = village.as("Candy").reactions;
      await Promise.all([candy.react({ thing: it.thing, kind: "agree" }), candy.takeBack(it)]);
      expect((await rowsOf(it.id)).length).toBeLessThanOrEqual(1);
    }
  });

  test("cannot make two even where no code of ours stands between", async () => {
    const [it] = await comment();
    const row = { memberId: village.person("Candy").id, commentId: it?.id, kind: "agree" as const, at: new Date() };
    await village.db.insert(reactions).values(row);
    await expect(village.db.insert(reactions).values(row)).rejects.toMatchObject({
      cause: { constraint: "one_reaction_each_comment" },
    });
    const nothing = village.db.insert(reactions).values({ ...row, commentId: null });
    await expect(nothing).rejects.toMatchObject({ cause: { constraint: "to_one_thing" } });
  });
});

describe("the reactions of a whole page of a thread", () => {
  test("cost two statements, for one comment and for the most a page has", async () => {
    const all = await comment(1550);
    await village.db.execute(sql`insert into reactions (id, member_id, comment_id, kind, at)
      select gen_random_uuid(), m.id, c.id, 'agree', now() from comments c, members m
      where c.post_id = (select post_id from comments where key = ${all[0]?.key ?? ""}) and m.name in ('Kofi', 'Bert', 'Priya')
      on conflict do nothing`);
    const keys = all.map(({ key }) => key);
    for (const reader of [village.asVisitor(), village.as("Marguerite")]) {
      const one = await countingStatements(village.pool, () => reader.reactions.ofComments({ keys: keys.slice(0, 1) }));
      const page = await countingStatements(village.pool, () => reader.reactions.ofComments({ keys }));
      expect([one.statements, page.statements]).toEqual([2, 2]);
      expect(Object.keys(page.answer)).toHaveLength(1550);
    }
  });
});
