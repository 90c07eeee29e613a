import { createReadStream, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { shared } from "#/server/testing/shared";
import { accountOf } from "./account";
import { readWxr } from "./read";
import { WxrRefused } from "./refused";
import type { WxrThing } from "./things";

const counts = z.record(z.string(), z.number());
const refusal = z.object({ importable: z.literal(false), error: z.string() });
const truth = z.object({
  wxr_version: z.string().nullable(),
  items: z.number(),
  by_post_type: counts,
  by_type_status: counts,
  comments_total: z.number(),
  comments_by_type: counts,
  comments_by_approved: counts,
  threaded_replies: z.number(),
  max_reply_depth: z.number(),
  declared_authors: z.number(),
  distinct_item_creators: z.number(),
  distinct_comment_author_names: z.number(),
  distinct_comment_emails: z.number(),
  comments_with_url: z.number(),
  declared_categories: z.number(),
  declared_tags: z.number(),
  longest_comment_chars: z.number(),
  longest_content_chars: z.number(),
  repairs_needed: z.array(z.string()).default([]),
});
const manifest = z.object({
  files: z.array(z.object({ file: z.string(), truth: z.unknown().optional() })),
});

const listed = manifest
  .parse(JSON.parse(readFileSync(shared("data/imports/manifest.json"), "utf8")))
  .files.filter(({ file }) => file.startsWith("wxr/"));
const good = listed.flatMap(({ file, truth: told }) => {
  const whole = truth.safeParse(told);
  return whole.success ? [{ file, told: whole.data }] : [];
});
const bad = listed.flatMap(({ file, truth: told }) => {
  const refused = refusal.safeParse(told);
  return refused.success ? [{ file, error: refused.data.error }] : [];
});

const open = (file: string) => readWxr(createReadStream(shared(`data/imports/${file}`)));

async function all(file: string): Promise<WxrThing[]> {
  const things: WxrThing[] = [];
  for await (const thing of open(file)) things.push(thing);
  return things;
}

const approvals: Record<string, string> = { approved: "1", held: "0", spam: "spam", trash: "trash" };
const none = (word: string | null) => word ?? "None";

function countsOf(words: string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const word of words) found[word] = (found[word] ?? 0) + 1;
  return found;
}

const distinct = (words: (string | null)[]) => new Set(words.filter(Boolean)).size;
const longest = (texts: string[]) => Math.max(0, ...texts.map((text) => Array.from(text).length));

describe("the exports of the manifest", () => {
  test("are 25, and each is either counted or refused", () => {
    expect(listed).toHaveLength(25);
    expect(good).toHaveLength(23);
    expect(bad).toHaveLength(2);
  });

  test.each(good)("$file gives the account the manifest states", async ({ file, told }) => {
    const account = await accountOf(open(file));
    const { post = 0, page = 0, ...skipped } = told.by_post_type;
    const { comment = 0, pingback = 0, trackback = 0 } = told.comments_by_type;

    expect(account).toMatchObject({ posts: post, pages: page, skipped });
    expect(Object.keys(account.skipped)).toHaveLength(Object.keys(skipped).length);
    expect(account).toMatchObject({ comments: comment, pingbacks: pingback, trackbacks: trackback });
    expect(account).toMatchObject({ replies: told.threaded_replies, maxDepth: told.max_reply_depth });
    expect(account.authors).toBe(told.declared_authors);
    expect(account.repaired).toEqual(expect.arrayContaining(told.repairs_needed));
  });

  test.each(good)("$file gives each thing as it is written", async ({ file, told }) => {
    const things = await all(file);
    const items = things.filter((thing) => thing.type === "item");
    const comments = items.flatMap((item) => item.comments);

    expect(things[0]).toMatchObject({ type: "site", wxrVersion: told.wxr_version });
    expect(things.at(-1)?.type).toBe("end");
    expect(items).toHaveLength(told.items);
    expect(countsOf(items.map((item) => `${none(item.postType)}:${none(item.status)}`))).toEqual(told.by_type_status);
    expect(comments).toHaveLength(told.comments_total);
    expect(countsOf(comments.map((one) => approvals[one.approved] ?? "?"))).toEqual(told.comments_by_approved);
    expect(distinct(items.map((item) => item.creator))).toBe(told.distinct_item_creators);
    expect(distinct(comments.map((one) => one.authorName))).toBe(told.distinct_comment_author_names);
    expect(distinct(comments.map((one) => one.authorMail))).toBe(told.distinct_comment_emails);
    expect(comments.filter((one) => one.authorUrl !== null)).toHaveLength(told.comments_with_url);
    expect(things.filter((thing) => thing.type === "category")).toHaveLength(told.declared_categories);
    expect(things.filter((thing) => thing.type === "tag")).toHaveLength(told.declared_tags);
    expect(longest(comments.map((one) => one.content))).toBe(told.longest_comment_chars);
    expect(longest(items.map((item) => item.content))).toBe(told.longest_content_chars);
  });

  test.each(bad)("$file is refused at the line the manifest names", async ({ file, error }) => {
    const refused: unknown = await accountOf(open(file)).catch((reason: unknown) => reason);
    expect(refused).toBeInstanceOf(WxrRefused);
    expect(`line ${refused instanceof WxrRefused ? refused.line : 0}`).toBe(/line \d+/.exec(error)?.[0]);
  });
});
