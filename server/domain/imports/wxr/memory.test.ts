import { describe, expect, test } from "vitest";
import { accountOf } from "./account";
import { readWxr } from "./read";
import { wxr } from "./sample";

const megabyte = 1024 * 1024;
const [before = "", after = ""] = wxr("|").split("|");

/** An export that exists only while it is read: items with a body of 20 KB and three comments each. */
async function* stream(bytes: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(before);
  const body = "Words &amp; words, žluťoučký kůň. ".repeat(550);
  for (let at = 0, length = 0; length < bytes; at += 1) {
    const comment = (n: number) =>
      `<wp:comment><wp:comment_id>${at * 3 + n}</wp:comment_id><wp:comment_parent>${n > 1 ? at * 3 + n - 1 : 0}</wp:comment_parent>` +
      `<wp:comment_content><![CDATA[${body.slice(0, 500)}]]></wp:comment_content></wp:comment>`;
    const item = Buffer.from(
      `<item><link>https://porch.example/a-rather-long-address/${at}</link><wp:post_id>${at}</wp:post_id>` +
        `<wp:post_type>post</wp:post_type><content:encoded>${body}</content:encoded>${comment(1)}${comment(2)}${comment(3)}</item>\n`,
    );
    length += item.length;
    yield item;
  }
  yield Buffer.from(after);
}

describe("a long file", () => {
  test("is read in the memory of one item", { timeout: 120_000 }, async () => {
    await accountOf(readWxr(stream(5 * megabyte)));
    const start = process.memoryUsage.rss();
    let peak = start;
    const links = new Set<string | null>();
    async function* watched() {
      for await (const thing of readWxr(stream(60 * megabyte))) {
        if (thing.type === "item") links.add(thing.link);
        peak = Math.max(peak, process.memoryUsage.rss());
        yield thing;
      }
    }
    const { posts, comments, maxDepth } = await accountOf(watched());
    expect(posts).toBeGreaterThan(2500);
    expect(links.size).toBe(posts);
    expect(comments).toBe(posts * 3);
    expect(maxDepth).toBe(2);
    expect((peak - start) / megabyte).toBeLessThan(80);
  });

  test("ends the reading of its source when nobody listens any more", async () => {
    let closed = false;
    async function* source() {
      try {
        yield* stream(megabyte);
      } finally {
        closed = true;
      }
    }
    for await (const thing of readWxr(source())) if (thing.type === "item") break;
    expect(closed).toBe(true);
  });
});
