import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Reading } from "../context";
import { test } from "#/server/testing/village";
import { inTime, keepToTime } from "./time";

const sleep = ({ db }: Reading, seconds: number) => db.execute(sql`select pg_sleep(${seconds})`);

describe("the time of a search", () => {
  test("is shared by all its statements", async ({ village }) => {
    const ctx = village.context(null);
    const long = inTime(ctx, 400, async (ctx) => {
      for (const seconds of [0.3, 0.3]) {
        await keepToTime(ctx);
        await sleep(ctx, seconds);
      }
    });
    await expect(long).rejects.toMatchObject({ because: "search-took-too-long" });
    const over = inTime(ctx, 200, async (ctx) => {
      await sleep(ctx, 0.1);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await keepToTime(ctx);
    });
    await expect(over).rejects.toMatchObject({ because: "search-took-too-long" });
    expect(await inTime(ctx, 30_000, async (ctx) => keepToTime(ctx).then(() => "in time"))).toBe("in time");
  });
});
