import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { built, builtRaw, ph } from "#/db/built";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { settings } from "#/db/schema/site";
import { ownVillage, test } from "#/server/testing/village";
import { builtFor } from "./built-for";
import { type Acting, atomically, sendAhead } from "./context";
import { visibleTo } from "./posts/policy";

let own: Awaited<ReturnType<typeof ownVillage>>;
let ctx: Acting;
beforeAll(async () => {
  own = await ownVillage();
  ctx = { ...own.context("Candy"), viewer: own.person("Candy") };
});
afterAll(() => own.close());

const row = (key: string) => ({ key, value: 1, changedAt: new Date() });
const kept = async (key: string) => (await own.db.select().from(settings).where(eq(settings.key, key))).length;

describe("a statement sent ahead of its answer", () => {
  test("is true with its transaction", async () => {
    const send = (it: Acting) => sendAhead(it, it.db.insert(settings).values(row("ahead")).execute());
    await atomically(ctx, async (ctx) => {
      await send(ctx);
      await atomically(ctx, (ctx) => sendAhead(ctx, ctx.db.insert(settings).values(row("within")).execute()));
    });
    expect([await kept("ahead"), await kept("within")]).toEqual([1, 1]);
    // Outside of one it is waited for.
    await expect(send(ctx)).rejects.toMatchObject({ cause: { code: "23505" } });
  });

  test("undoes everything when it fails, and what is told is why it failed", async () => {
    const failing = atomically(ctx, async (ctx) => {
      await ctx.db.insert(settings).values(row("before"));
      await sendAhead(ctx, ctx.db.execute(sql`select 1 / 0`).execute());
      return "done";
    });
    await expect(failing).rejects.toMatchObject({ cause: { message: "division by zero" } });
    const later = atomically(ctx, async (ctx) => {
      await sendAhead(ctx, ctx.db.execute(sql`select 1 / 0`).execute());
      await ctx.db.insert(settings).values(row("after"));
    });
    await expect(later).rejects.toMatchObject({ cause: { message: "division by zero" } });
    expect([await kept("before"), await kept("after")]).toEqual([0, 0]);
  });

  test("undoes its savepoint alone when that is let go", async () => {
    await atomically(ctx, async (ctx) => {
      await ctx.db.insert(settings).values(row("outer"));
      const inner = atomically(ctx, async (ctx) => {
        await ctx.db.insert(settings).values(row("inner"));
        await sendAhead(ctx, ctx.db.execute(sql`select 1 / 0`).execute());
      });
      await expect(inner).rejects.toMatchObject({ cause: { message: "division by zero" } });
    });
    expect([await kept("outer"), await kept("inner")]).toEqual([1, 0]);
  });

  test("leaves no connection in a transaction, whatever failed", async () => {
    const steps = [
      () => Promise.reject(new Error("a step")),
      (it: Acting) => it.db.execute(sql`select 1 / 0`),
      (it: Acting) => sendAhead(it, it.db.execute(sql`select 1 / 0`).execute()),
    ];
    for (const step of [...steps, ...steps, ...steps])
      await expect(atomically<Acting, unknown>(ctx, step)).rejects.toThrow();
    const inOne = sql`select 1 from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`;
    expect((await own.db.execute(inOne)).rows).toEqual([]);
  });

  test("is not half true when the connection dies behind it, and that connection serves nobody after", async () => {
    const end = sql`select pg_terminate_backend(pg_backend_pid())`;
    const deaths = [
      (it: Acting) => sendAhead(it, it.db.execute(end).execute()),
      async (it: Acting) => {
        await it.db
          .execute(end)
          .execute()
          .catch(() => undefined);
        await it.db.insert(settings).values(row("behind a death"));
      },
      // What began it is not waited for: it dies with what is sent behind it.
      async (it: Acting) => void (await Promise.allSettled([it.db.execute(end), it.db.execute(sql`select 1`)])),
    ];
    for (const die of [...deaths, ...deaths]) {
      const failing = atomically<Acting, unknown>(ctx, async (ctx) => {
        await sendAhead(ctx, ctx.db.insert(settings).values(row("before a death")).execute());
        await die(ctx);
      });
      await expect(failing).rejects.toThrow();
    }
    expect([await kept("before a death"), await kept("behind a death")]).toEqual([0, 0]);
    await atomically(ctx, (ctx) => sendAhead(ctx, ctx.db.insert(settings).values(row("alive")).execute()));
    expect(await kept("alive")).toBe(1);
  });
});

describe("a statement built once", () => {
  const byName = built((db) =>
    db
      .select({ name: members.name })
      .from(members)
      .where(eq(members.handle, ph("handle"))),
  );
  const sum = builtRaw<{ sum: number }>(() => sql`select ${ph("a")}::int + ${ph("b")}::int as sum`);

  test("runs with other values, in whatever transaction it is asked", async () => {
    expect(await byName(own.db, { handle: "candy" })).toEqual([{ name: "Candy" }]);
    expect(await byName(own.db, { handle: "hank" })).toEqual([{ name: "Hank" }]);
    expect((await sum(own.db, { a: 1, b: 2 })).rows).toEqual([{ sum: 3 }]);
    const { id } = own.person("Hank");
    const undone = own.db.transaction(async (tx) => {
      await tx.update(members).set({ name: "Henry" }).where(eq(members.id, id));
      expect(await byName(tx, { handle: "hank" })).toEqual([{ name: "Henry" }]);
      expect(await byName(own.db, { handle: "hank" })).toEqual([{ name: "Hank" }]);
      tx.rollback();
    });
    await expect(undone).rejects.toThrow();
  });

  test("looks with the eyes of whoever asks", async () => {
    const seen = builtFor((db, viewer) => db.select({ key: posts.key }).from(posts).where(visibleTo(viewer)));
    const plain = (viewer: Acting["viewer"] | null) =>
      own.db.select({ key: posts.key }).from(posts).where(visibleTo(viewer));
    const keys = (rows: { key: string }[]) => rows.map(({ key }) => key).sort();
    await own.as("Susan").posts.write({ title: "Mine", source: "For me.", audience: "me", publish: true });
    for (const viewer of [null, own.person("Susan"), own.person("Hank"), own.person("Candy"), own.person("Justin")])
      expect(keys(await seen(own.db, viewer, {}))).toEqual(keys(await plain(viewer)));
  });

  test("is not built of what holds for one member only", () => {
    const seen = builtFor((db, viewer) =>
      db
        .select({ key: posts.key })
        .from(posts)
        .where(eq(posts.title, viewer?.name ?? "")),
    );
    expect(() => seen(own.db, own.person("Susan"), {})).toThrow("cannot know a member's name");
  });
});
