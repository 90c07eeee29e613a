import { describe, expect, test } from "vitest";
import { shownDepths, type ThreadComment, threadHtml } from "./thread-html";

const may = {
  read: true,
  edit: false,
  amend: false,
  pin: false,
  unpin: false,
  delete: false,
  continue: false,
  undo: false,
  reply: true,
  report: false,
  hide: false,
};
const comment = (more: Partial<ThreadComment> = {}): ThreadComment => ({
  id: "1",
  key: "aaaaaaaaaa",
  parentId: null,
  kind: "comment",
  depth: 0,
  face: "said",
  author: { name: "Candy", handle: "candy", site: null },
  html: "<p>Hello</p>",
  hidden: null,
  writtenAt: new Date("2026-01-01T12:00:00Z"),
  editedAt: null,
  parts: 1,
  continuedAt: null,
  pinnedBy: null,
  to: null,
  replies: 0,
  mine: false,
  fresh: false,
  guest: false,
  byPostAuthor: false,
  can: may,
  ...more,
});
const how = {};

describe("a printed thread", () => {
  test("of 100 ordinary comments is at most 95 KB, which leaves 25 for the page around it", () => {
    const html = `<p>${"Ordinary words. ".repeat(19)}</p>`;
    const comments = Array.from({ length: 100 }, (_, nth) =>
      comment({ key: String(nth).padStart(10, "a"), depth: nth % 2, to: nth % 2 ? "Candy" : null, replies: 1, html }),
    );
    const branches = Object.fromEntries(
      comments.filter(({ depth }) => depth === 0).map(({ key, writtenAt: latest }) => [key, { replies: 12, latest }]),
    );
    expect(Buffer.byteLength(threadHtml(comments, { branches, offersReply: true }))).toBeLessThanOrEqual(95_000);
  });

  test("escapes everything but the bodies", () => {
    const name = `"><script>alert('x')</script>`;
    const html = threadHtml(
      [
        comment({ author: { name, handle: null, site: `https://e.example/"onclick="x` }, hidden: { rule: name } }),
        comment({ author: { name, handle: null, site: "javascript:alert(1)" }, depth: 1, to: name }),
        comment({ face: "hidden", html: null, author: null, hidden: { rule: name } }),
      ],
      how,
    );
    expect(html).not.toContain("<script");
    expect(html).not.toContain('"onclick');
    expect(html).not.toContain("javascript:");
    expect(html).toContain("<p>Hello</p>");
  });

  test("tells those who listen how deep a reply is, to whom, and how many answered", () => {
    const html = threadHtml([comment({ depth: 2, to: "Candy", replies: 4 })], how);
    expect(html).toContain(" aria-level=3 ");
    expect(html).toContain("reply, level 3, to Candy, 4 replies");
  });

  test("says how many answered in a branch and when the last of them did, once", () => {
    const latest = new Date("2026-01-03T12:00:00Z");
    const top = comment({ replies: 4 });
    const html = threadHtml([top], { ...how, branches: { aaaaaaaaaa: { replies: 12, latest } } });
    expect(html).toContain('12 replies, latest <time datetime="2026-01-03T12:00:00Z"');
    expect(html).toContain('data-how="ago">3 January 2026</time></p>');
    expect(html).not.toContain("4 replies");
    const one = threadHtml([top], { ...how, branches: { aaaaaaaaaa: { replies: 1, latest } } });
    expect(one).toContain("1 reply, <time");
    expect(threadHtml([comment({ key: "bbbbbbbbbb" })], { ...how, branches: {} })).not.toContain("c-branch");
  });

  test("leads on where it is too deep or too long for a page", () => {
    expect(threadHtml([comment({ depth: 6, replies: 1 })], how)).toContain("continue this thread (1 reply) →");
    expect(threadHtml([comment({ depth: 6 })], how)).not.toContain("continue");
    const cut = { aaaaaaaaaa: { top: "bbbbbbbbbb", after: "place", more: 27, fresh: 0 } };
    expect(threadHtml([comment()], { ...how, cut })).toContain(
      '<a href="?c=bbbbbbbbbb&amp;cursor=place#comments" class="c-more" data-rest>27 more replies</a>',
    );
  });

  test("says how many new ones are where it leads on", () => {
    const cut = { aaaaaaaaaa: { top: "bbbbbbbbbb", after: "place", more: 13, fresh: 4 } };
    expect(threadHtml([comment()], { ...how, cut })).toContain(" data-rest data-new=4>13 more replies, 4 new</a>");
    const tooDeep = comment({ depth: 6, replies: 3 });
    expect(threadHtml([tooDeep], { ...how, deep: { aaaaaaaaaa: 2 } })).toContain(
      " data-rest=deep data-new=2>continue this thread (3 replies, 2 new) →</a>",
    );
  });

  test("offers a visitor to reply, and nobody what they may not do", () => {
    const guest = comment({ can: { ...may, reply: false } });
    expect(threadHtml([guest], how)).not.toContain("Reply");
    expect(threadHtml([guest], { ...how, offersReply: true })).toContain("?reply&amp;c=aaaaaaaaaa#reply");
    expect(threadHtml([{ ...guest, kind: "pingback" }], { ...how, offersReply: true })).not.toContain("Reply");
    expect(threadHtml([comment()], how)).not.toMatch(/Edit|Delete|Report|Hide/);
  });

  test("gives no name and no words at a place that has none", () => {
    const gone = comment({ face: "apart", html: null, author: null, can: { ...may, reply: false } });
    expect(threadHtml([gone], how)).toContain("Not available to you.");
    expect(threadHtml([gone], how)).not.toContain("Candy");
  });

  test("shows at most three levels above the comment it was opened at", () => {
    const line = [10, 11, 12, 13, 14, 15].map((depth) => comment({ depth }));
    const shown = shownDepths(line);
    expect(line.map(shown)).toEqual([0, 0, 0, 1, 2, 3]);
    expect(shown(comment({ depth: 17 }))).toBe(5);
  });
});
