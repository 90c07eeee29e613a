import { mf2 } from "microformats-parser";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { threadHtml } from "../comments/thread-html";
import { PostList } from "./post-list";
import { PostView } from "./post-view";
import { postingJson } from "./posting-json";

beforeAll(bundleTextWorker);

const baseUrl = "https://village.example/p/x/chairs";
const url = "https://village.example";
const title = 'Chairs <b>"&</b> </script>';

async function written(village: Village) {
  const susan = village.as("Susan");
  const { key } = await susan.posts.write({ title, source: "Sit *down*.", tags: ["Wood"], publish: true });
  const { key: top } = await village.as("Justin").comments.write({ postKey: key, source: "Four </script> legs." });
  village.later(60_000);
  await susan.comments.write({ postKey: key, parentKey: top, source: "Three." });
  const { key: gone } = await village.as("Kofi").comments.write({ postKey: key, source: "Taken back." });
  village.later(60_000);
  await village.as("Bert").comments.write({ postKey: key, parentKey: gone, source: "Under it." });
  await village.as("Kofi").comments.delete({ key: gone });
  const api = village.asVisitor();
  const [post, thread] = [await api.posts.byKey({ key }), await api.comments.thread({ postKey: key })];
  const html = `<main class="main h-entry">${renderToStaticMarkup(<PostView post={post} received={await api.reactions.ofPost({ key })} />)}${threadHtml(thread.items, {})}</main>`;
  return { key, post, thread, html, top };
}

describe("a post's page, for programs that read microformats", () => {
  test("is an entry with its author, words, subject and comments; a place without words is none", async ({
    village,
  }) => {
    const { post, html, top } = await written(village);
    const { items } = mf2(html, { baseUrl });
    expect(items).toHaveLength(1);
    const { type, properties } = items[0] ?? { type: [], properties: {} };
    expect(type).toEqual(["h-entry"]);
    expect(properties).toMatchObject({
      name: [title],
      url: [url + post.href],
      category: ["Wood"],
      content: [{ value: "Sit down.", html: "<p>Sit <em>down</em>.</p>" }],
      published: [post.publishedAt?.toISOString()],
      author: [{ type: ["h-card"], properties: { name: ["Susan"], url: [`${url}/m/susan`] } }],
    });
    const said = properties.comment ?? [];
    expect(said).toHaveLength(3);
    expect(said[0]).toMatchObject({
      type: ["h-cite"],
      properties: {
        author: [{ type: ["h-card"], properties: { name: ["Justin"], url: [`${url}/m/justin`] } }],
        url: [`${baseUrl}?c=${top}#c-${top}`],
        published: [expect.stringMatching(/^2026-01-01T12:00:00Z$/)],
        content: [{ value: "Four </script> legs." }],
      },
    });
    expect(JSON.stringify(items)).not.toContain("Taken back");
  });

  test("tells a search engine what Google asks of a posting, and cannot be broken out of", async ({ village }) => {
    const { post, thread, top } = await written(village);
    const script = postingJson({ post, comments: thread.items, count: 3, url });
    const data: unknown = JSON.parse(
      /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(script)?.[1] ?? "",
    );
    expect(data).toMatchObject({
      "@type": "DiscussionForumPosting",
      headline: title,
      url: url + post.href,
      datePublished: post.publishedAt?.toISOString(),
      author: { "@type": "Person", name: "Susan", url: `${url}/m/susan` },
      text: "Sit down.",
      commentCount: 3,
      comment: [
        {
          "@type": "Comment",
          text: "Four </script> legs.",
          author: { name: "Justin" },
          url: expect.stringContaining(top),
        },
      ],
    });
  });

  test("says nothing of a post that is not for everyone, or hidden", async ({ village }) => {
    const { post, thread } = await written(village);
    const told = { comments: thread.items, count: 3, url };
    expect(postingJson({ ...told, post: { ...post, audience: "members" } })).toBe("");
    expect(postingJson({ ...told, post: { ...post, hidden: { rule: null } } })).toBe("");
    expect(postingJson({ ...told, post: { ...post, publishedAt: null } })).toBe("");
    const long = { ...post, excerpt: "x".repeat(300) };
    const many = thread.items.map((it) => ({ ...it, depth: 0, html: `<p>${"Ordinary words. ".repeat(50)}</p>` }));
    expect(postingJson({ post: long, comments: many, count: 3, url }).length).toBeLessThan(2_500);
  });
});

test("a list of posts is a feed of entries", async ({ village }) => {
  const { items } = await village.asVisitor().posts.front({ limit: 5 });
  const list = <PostList posts={items} counts={{}} at="/" next={null} further={false} empty={null} />;
  const html = `<main class="h-feed">${renderToStaticMarkup(list)}</main>`;
  const [feed] = mf2(html, { baseUrl: url }).items;
  expect(feed?.type).toEqual(["h-feed"]);
  expect(feed?.children).toHaveLength(5);
  for (const [place, entry] of (feed?.children ?? []).entries())
    expect(entry.properties).toMatchObject({
      name: [items[place]?.title],
      url: [url + items[place]?.href],
      published: [items[place]?.publishedAt?.toISOString()],
      author: [{ type: ["h-card"] }],
    });
});
