import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test } from "#/server/testing/village";
import { wxr } from "../wxr/sample";
import { handlesFor } from "./people";
import { bringText, comment, item, porch } from "./sample";

beforeAll(bundleTextWorker);

const firstOf = (login: string, name = "") => {
  const tries = handlesFor(login, name);
  return [tries.next().value, tries.next().value];
};

describe("the handle of somebody who came by import", () => {
  test.each([
    ["rosa", "Rosa", ["rosa", "rosa"]],
    ["Rosa.Luz@porch.example", "", ["rosa-luz", "rosa-luz-2"]],
    ["admin", "Rosa Luz", ["rosa-luz", "rosa-luz-2"]],
    ["admin", "", ["admin-2", "admin-3"]],
    ["ml", "Ж", ["author-2", "author-3"]],
    ["hugo dworak", "Hugo", ["hugo-dworak", "hugo"]],
    ["x".repeat(60), "", ["x".repeat(30), `${"x".repeat(25)}-2`]],
  ])("of %s, %s", (login, name, handles) => {
    expect(firstOf(login, name)).toEqual(handles);
  });
});

describe("an author", () => {
  const author = (login: string, mail = "", id = 9) =>
    `<wp:author><wp:author_id>${id}</wp:author_id><wp:author_login>${login}</wp:author_login>
    <wp:author_email>${mail}</wp:author_email><wp:author_display_name>Rosa &amp;amp; Co</wp:author_display_name></wp:author>`;

  test("is never somebody who is here already, and leaves their mail address free", async ({ village }) => {
    const candy = village.person("Candy");
    await bringText(village.context("Candy"), wxr(porch + author(candy.handle, candy.mail ?? "candy@kith.example")));
    const [came] = await village.db.select().from(members).where(eq(members.importedFrom, "porch.example"));
    expect(came).toMatchObject({ name: "Rosa & Co", mail: null, role: "member" });
    expect(came?.handle).not.toBe(candy.handle);
    expect(came?.handleSkeleton).not.toBe(candy.handleSkeleton);
  });

  test("is one, also where the file has their login between brackets", async ({ village }) => {
    const told = await bringText(
      village.context("Candy"),
      wxr(porch + author("rosa") + item() + item({ id: 2 }).replace(">rosa<", ">&gt;rosa <")),
    );
    expect(told.outcome).toMatchObject({ people: { new: 1 }, posts: { new: 2 } });
  });

  test("wrote the comments that carry their number or their mail address, and no pingback", async ({ village }) => {
    const more = (tag: string, value: string | number) => ({ more: `<wp:comment_${tag}>${value}</wp:comment_${tag}>` });
    const pingback = comment(3, more("user_id", 9)).replace("<wp:comment_type></", "<wp:comment_type>pingback</");
    const said = [
      comment(1, more("user_id", 9)),
      comment(2, more("author_email", "Rosa@porch.example")),
      pingback,
      comment(4, more("user_id", 0)),
    ];
    await bringText(
      village.context("Candy"),
      wxr(porch + author("rosa", "rosa@porch.example") + item({ comments: said.join("") })),
    );
    const rows = await village.db
      .select()
      .from(comments)
      .where(eq(comments.format, "html"))
      .orderBy(comments.writtenAt);
    expect(rows.map(({ authorId, guestName, kind }) => [authorId !== null, guestName, kind])).toEqual([
      [true, null, "comment"],
      [true, null, "comment"],
      [false, "Guest 3", "pingback"],
      [false, "Guest 4", "comment"],
    ]);
  });
});
