import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shared } from "#/server/testing/shared";
import { accountOf } from "./account";
import { readWxr } from "./read";
import { cut, itemsOf, thingsOf, wxr } from "./sample";

const file = (path: string) => readFileSync(shared(path));

describe("an item", () => {
  test("comes with everything that was written of it", async () => {
    const { items } = await itemsOf(
      wxr(`<item><title>On &amp; off</title><link>https://porch.example/2010/on/</link><dc:creator>candy</dc:creator>
        <content:encoded><![CDATA[<p>Hello]]]]><![CDATA[></p>
]]></content:encoded><excerpt:encoded><![CDATA[ Short ]]></excerpt:encoded><wp:post_id>7</wp:post_id>
        <wp:post_date>2010-01-01 02:00:00</wp:post_date><wp:post_date_gmt>2010-01-01 01:00:00</wp:post_date_gmt>
        <wp:post_modified_gmt>2011-02-03 04:05:06</wp:post_modified_gmt><wp:comment_status>closed</wp:comment_status>
        <wp:post_name>on-off</wp:post_name><wp:status>publish</wp:status><wp:post_parent>3</wp:post_parent>
        <wp:menu_order>-2</wp:menu_order><wp:post_type>post</wp:post_type><wp:post_password>hunter2</wp:post_password>
        <wp:is_sticky>1</wp:is_sticky><category domain="post_tag" nicename="caf%c3%a9"><![CDATA[Café]]></category>
        <wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author><![CDATA[Justin]]></wp:comment_author>
        <wp:comment_author_email>justin@porch.example</wp:comment_author_email><wp:comment_author_url></wp:comment_author_url>
        <wp:comment_author_IP>198.51.100.7</wp:comment_author_IP><wp:comment_date_gmt>2010-01-02 00:00:00</wp:comment_date_gmt>
        <wp:comment_content><![CDATA[Yes. ]]></wp:comment_content><wp:comment_approved>spam</wp:comment_approved>
        <wp:comment_parent>4</wp:comment_parent><wp:comment_user_id>2</wp:comment_user_id></wp:comment></item>`),
    );
    expect(items).toEqual([
      {
        type: "item",
        id: "7",
        postType: "post",
        status: "publish",
        title: "On & off",
        link: "https://porch.example/2010/on/",
        slug: "on-off",
        creator: "candy",
        publishedAt: new Date("2010-01-01T01:00:00Z"),
        modifiedAt: new Date("2011-02-03T04:05:06Z"),
        content: "<p>Hello]]></p>\n",
        excerpt: " Short ",
        hasPassword: true,
        commentStatus: "closed",
        sticky: true,
        menuOrder: -2,
        parentId: "3",
        labels: [{ domain: "post_tag", slug: "caf%c3%a9", name: "Café" }],
        comments: [
          {
            id: "5",
            parentId: "4",
            authorName: "Justin",
            authorUrl: null,
            authorMail: "justin@porch.example",
            authorUserId: "2",
            at: new Date("2010-01-02T00:00:00Z"),
            content: "Yes. ",
            approved: "spam",
            type: "comment",
          },
        ],
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/hunter2|198\.51/);
  });

  test.each([
    { rule: "the zeros of WordPress are no date", gmt: "0000-00-00 00:00:00", local: "0000-00-00 00:00:00", is: null },
    {
      rule: "the local date stands in for zeros",
      gmt: "0000-00-00 00:00:00",
      local: "2010-03-04 05:06:07",
      is: "2010-03-04T05:06:07Z",
    },
    {
      rule: "the date of the feed stands in for both",
      feed: "Thu, 05 Jan 2012 14:30:46 +0100",
      is: "2012-01-05T13:30:46Z",
    },
    { rule: "the year -1 is no date", feed: "Mon, 30 Nov -0001 00:00:00 +0000", is: null },
    { rule: "the 30th of February is no date", gmt: "2010-02-30 00:00:00", is: null },
  ])("knows when it was published: $rule", async ({ gmt = "", local = "", feed = "", is }) => {
    const dates = `<pubDate>${feed}</pubDate><wp:post_date>${local}</wp:post_date><wp:post_date_gmt>${gmt}</wp:post_date_gmt>`;
    const { items } = await itemsOf(wxr(`<item>${dates}</item>`));
    expect(items[0]?.publishedAt).toEqual(is && new Date(is));
  });

  test("of the private export keeps its state and loses its password", async () => {
    const { items } = await itemsOf(file("data/hostile/archives/wxr-private.xml"));
    expect(items.map(({ status, hasPassword }) => [status, hasPassword])).toEqual([
      ["draft", false],
      ["publish", true],
    ]);
    expect(items[1]?.comments.map((one) => one.approved)).toEqual(["held"]);
    expect(JSON.stringify(items)).not.toContain("hunter2");
  });

  test("of WXR 1.0 has each label once", async () => {
    const { items } = await itemsOf(file("data/imports/wxr/wpimporter-valid-wxr-1.0.xml"));
    expect(items.flatMap((item) => item.labels.map(({ domain, slug }) => `${domain}/${slug}`))).toEqual([
      "category/uncategorized",
      "category/alpha",
      "post_tag/news",
      "post_tag/roar",
      "post_tag/chicken",
      "category/child",
      "post_tag/face",
    ]);
  });

  test("takes WordPress' own element before a stranger's, and the first before the second", async () => {
    const { items } = await itemsOf(
      wxr(`<item xmlns:x="http://x.example/" xmlns:other="http://wordpress.org/export/1.1"><x:post_id>1</x:post_id>
        <other:post_id>2</other:post_id><wp:post_id>3</wp:post_id><x:post_type>page</x:post_type></item>`),
    );
    expect(items[0]).toMatchObject({ id: "2", postType: "page" });
  });
});

describe("repairs", () => {
  const item = (inside: string) => wxr(`<item>${inside}</item>`);

  test("declare atom: and app:, each named once", async () => {
    const { repaired } = await itemsOf(item("<atom:link/><atom:link/><app:control/>"));
    expect(repaired).toEqual(["prefix atom: not declared", "prefix app: not declared"]);
  });

  test("remove what XML forbids: NUL, control characters, lone surrogates", async () => {
    const lone = Buffer.from([0xed, 0xa0, 0xbd]);
    const pair = Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]);
    const [before = "", after = ""] = item("<title>a\0b\x08\x0c|</title>").split("|");
    const { items, repaired } = await itemsOf(Buffer.concat([Buffer.from(before), lone, pair, Buffer.from(after)]));
    expect(items[0]?.title).toBe("ab\u{1f600}");
    expect(repaired).toEqual(["NUL and control characters removed (4)"]);
  });

  test("drop what stands before the declaration", async () => {
    const { items, repaired } = await itemsOf(`<br />\n<b>Notice</b>: oh\n${item("<title>a</title>")}`);
    expect(items).toHaveLength(1);
    expect(repaired).toEqual(["25 characters before <?xml dropped"]);
  });

  test("trim values that stand between line breaks, but never a body", async () => {
    const body = "\n  <![CDATA[ words ]]>\n";
    const { items, repaired } = await itemsOf(
      item(`<wp:post_id>\n  4\n</wp:post_id><wp:status>
        publish</wp:status><content:encoded>${body}</content:encoded>`),
    );
    expect(items[0]).toMatchObject({ id: "4", status: "publish", content: "\n   words \n" });
    expect(repaired).toEqual(["values wrapped in newlines trimmed"]);
  });

  test("count every gap of a file that is full of them", async () => {
    const { items, repaired } = await itemsOf(item(`<title>${"a\0".repeat(200_000)}</title>`));
    expect(items[0]?.title).toBe("a".repeat(200_000));
    expect(repaired).toEqual(["NUL and control characters removed (200000)"]);
  });

  test("are none for a sound file", async () => {
    expect((await itemsOf(item("<title>a</title>"))).repaired).toEqual([]);
  });
});

describe("encodings", () => {
  const text = "<item><title>Žluť “é”</title></item>";

  test.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${wxr(text)}`)],
    [
      "UTF-16 with a byte order mark",
      Buffer.from(`\ufeff${wxr(text, '<?xml version="1.0" encoding="UTF-16"?>')}`, "utf16le"),
    ],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${wxr(text)}`, "utf16le").swap16()],
    ["UTF-16 without any mark", Buffer.from(wxr(text, ""), "utf16le")],
    ["UTF-8 that calls itself UTF-16", Buffer.from(wxr(text, '<?xml version="1.0" encoding="UTF-16"?>'))],
  ])("%s is read", async (_, bytes) => {
    for (const size of [1, 3, 65_536]) {
      expect(await thingsOf(bytes, size)).toContainEqual(expect.objectContaining({ title: "Žluť “é”" }));
    }
  });

  test("Windows-1252 is read when the file says so", async () => {
    const declared = wxr("<item><title>caf\xe9 \x93</title></item>", '<?xml version="1.0" encoding="ISO-8859-1"?>');
    expect((await itemsOf(Buffer.from(declared, "latin1"))).items[0]?.title).toBe("café “");
  });
});

describe("how the bytes are cut", () => {
  test.each([
    ["data/imports/wxr/real-cc-labs-blog.xml", [7, 4096]],
    ["data/imports/wxr/wpimporter-wxr-utf-8-challenges.xml", [1, 7]],
    ["data/imports/wxr/wpimporter-valid-wxr-1.1.xml", [1, 7]],
    ["data/imports/wxr/pelican-wordpressexport.xml", [1, 7]],
    ["data/imports/wxr/isso-wordpress.xml", [1, 7]],
  ])("makes no difference to %s", async (path, sizes) => {
    const bytes = file(path);
    const whole = await thingsOf(bytes, bytes.length);
    for (const size of sizes) expect(await thingsOf(bytes, size)).toEqual(whole);
    expect(await thingsOf(bytes, 64 * 1024)).toEqual(whole);
  });
});

describe("an account", () => {
  test("measures depth over rings, orphans and answers that come before their question", async () => {
    const comment = (id: number, parent: number, type = "") =>
      `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_parent>${parent}</wp:comment_parent>
      <wp:comment_type>${type}</wp:comment_type></wp:comment>`;
    const all = [
      comment(3, 2),
      comment(2, 1),
      comment(1, 0),
      comment(9, 8),
      comment(5, 6),
      comment(6, 5),
      comment(7, 7),
    ];
    const inside = wxr(`<item>${all.join("")}${comment(10, 0, "order_note")}</item>`);
    expect(await accountOf(readWxr(cut(inside)))).toEqual({
      posts: 0,
      pages: 0,
      comments: 7,
      pingbacks: 0,
      trackbacks: 0,
      replies: 6,
      maxDepth: 2,
      authors: 0,
      skipped: { none: 1, "comment:order_note": 1 },
      repaired: [],
    });
  });
});
