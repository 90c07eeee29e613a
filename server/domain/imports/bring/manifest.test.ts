import { readFileSync } from "node:fs";
import { beforeAll, describe, expect } from "vitest";
import { z } from "zod";
import { comments } from "#/db/schema/comments";
import { importedThings } from "#/db/schema/imports";
import { shared } from "#/server/testing/shared";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test } from "#/server/testing/village";
import { WxrRefused } from "../wxr/refused";
import { bringFrom } from "./sample";

const counts = z.record(z.string(), z.number()).default({});
const truth = z.object({
  importable: z.literal(false).optional(),
  by_post_type: counts,
  comments_by_type: counts,
  threaded_replies: z.number().default(0),
  max_reply_depth: z.number().default(0),
  declared_authors: z.number().default(0),
});
const manifest = z.object({ files: z.array(z.object({ file: z.string(), truth: z.unknown().optional() })) });
const listed = manifest
  .parse(JSON.parse(readFileSync(shared("data/imports/manifest.json"), "utf8")))
  .files.filter(({ file }) => file.startsWith("wxr/"))
  .map(({ file, truth: told }) => ({ file, told: truth.parse(told) }));

beforeAll(bundleTextWorker);

describe("an export of the manifest, brought in for good", () => {
  test.for(listed)("$file", async ({ file, told }, { village }) => {
    const ctx = village.context("Candy");
    const path = shared(`data/imports/${file}`);
    const things = async () => (await village.db.select({ kind: importedThings.kind }).from(importedThings)).length;
    if (told.importable === false) {
      await expect(bringFrom(ctx, path)).rejects.toThrow(WxrRefused);
      expect(await things()).toBe(0);
      return;
    }
    const { post = 0, page = 0, ...skipped } = told.by_post_type;
    const { comment = 0, pingback = 0, trackback = 0 } = told.comments_by_type;
    const account = await bringFrom(ctx, path);
    expect(account.file).toEqual({
      posts: post,
      pages: page,
      comments: comment,
      pingbacks: pingback,
      trackbacks: trackback,
      replies: told.threaded_replies,
      maxDepth: told.max_reply_depth,
      authors: told.declared_authors,
      skipped,
      repaired: expect.any(Array),
    });

    const left = account.outcome?.remarks.elsewhere ?? 0;
    expect(account.outcome).toMatchObject({ posts: { new: post }, pages: { new: page } });
    expect(account.outcome?.comments.new).toBe(comment + pingback + trackback - left);
    const depths = await village.db.select({ depth: comments.depth }).from(comments);
    expect(Math.max(0, ...depths.map(({ depth }) => depth))).toBeGreaterThanOrEqual(told.max_reply_depth);

    const once = await things();
    const again = await bringFrom(ctx, path);
    expect(again.file).toEqual(account.file);
    expect(again.outcome).toMatchObject({
      posts: { new: 0, changed: 0 },
      pages: { new: 0, changed: 0 },
      comments: { new: 0 },
    });
    expect(await things()).toBe(once);
  });
});
