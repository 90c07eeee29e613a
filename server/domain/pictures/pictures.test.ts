import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect } from "vitest";
import { newId } from "#/db/ids";
import { comments } from "#/db/schema/comments";
import { blocks } from "#/db/schema/connections";
import { drafts } from "#/db/schema/drafts";
import { pictures } from "#/db/schema/pictures";
import { type Post, posts } from "#/db/schema/posts";
import type { Name } from "#/db/seed/village";
import { photo, withDataFolder } from "#/server/testing/pictures";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { eraseDeletedComments } from "../comments/commands";
import type { Acting } from "../context";
import { eraseDeletedPosts } from "../posts/commands";
import { setSetting } from "../settings/commands";
import { addPicture, erasePictures } from "./commands";
import { pictureByName } from "./queries";

const folder = withDataFolder();
let sent: Buffer;
beforeAll(async () => {
  await bundleTextWorker();
  sent = await photo(600, 400).toBuffer();
});

const day = 24 * 3_600_000;
const acting = (village: Village, name: Name): Acting => ({ ...village.context(name), viewer: village.person(name) });
const files = () => globSync("pictures/**/*.webp", { cwd: folder.path() });
const nameOf = (address: string) => address.slice("/pictures/".length);

/** Everybody who looks, by what they are to Kofi, who brings the pictures. */
const lookers = {
  visitor: null,
  stranger: "Bert",
  connection: "Priya",
  blocked: "Hank",
  author: "Kofi",
  moderator: "Shawn",
} as const satisfies Record<string, Name | null>;
type Looker = keyof typeof lookers;
const everybody = Object.keys(lookers) as Looker[];
const members: Looker[] = ["stranger", "connection", "author", "moderator"];

/** Who of all of them gets a picture by its address. */
async function seenBy(village: Village, address: string): Promise<Looker[]> {
  const seen: Looker[] = [];
  for (const looker of everybody) {
    const got = pictureByName(village.context(lookers[looker]), nameOf(address), null);
    if (await got.catch(() => null)) seen.push(looker);
  }
  return seen;
}

type Audience = Post["audience"];

async function shown(
  village: Village,
  { publish = true, audience = "everyone" }: { publish?: boolean; audience?: Audience } = {},
) {
  const { address, key } = await addPicture(acting(village, "Kofi"), sent);
  const source = `Look: ![a field](${address})`;
  const post = await village.as("Kofi").posts.write({ title: "A field", source, publish, audience });
  return { address, key, post };
}

describe("a picture", () => {
  test("is kept in its widths, served as it is asked for, and only at its own address", async ({ village }) => {
    const kofi = acting(village, "Kofi");
    const added = await addPicture(kofi, sent);
    expect(added).toMatchObject({ width: 600, height: 400, moving: false });
    expect(added.address).toBe(`/pictures/${added.key}-600x400`);
    const widthOf = async (wish: number | null) => {
      const { bytes } = await pictureByName(kofi, nameOf(added.address), wish);
      return (await sharp(bytes).metadata()).width;
    };
    expect([await widthOf(null), await widthOf(100), await widthOf(500), await widthOf(9000)]).toEqual([
      600, 480, 600, 600,
    ]);
    for (const other of [`${added.key}-601x400`, `${added.key}-600x400-plays`, added.key, "../../auth-secret"])
      await expect(pictureByName(kofi, other, null)).rejects.toMatchObject({ because: "no-such-picture" });
  });

  test("that stands nowhere is seen by nobody but who brought it", async ({ village }) => {
    const { address } = await addPicture(acting(village, "Kofi"), sent);
    expect(await seenBy(village, address)).toEqual(["author"]);
    const { items } = await village.as("Kofi").pictures.mine({});
    expect(items.map((one) => one.address)).toContain(address);
    expect((await village.as("Bert").pictures.mine({})).items).toEqual([]);
  });

  test("is seen by whoever may read the post it stands in, and by nobody else", async ({ village }) => {
    const [kofi, hank] = [village.person("Kofi").id, village.person("Hank").id];
    await village.db.insert(blocks).values({ memberId: kofi, blockedId: hank, madeAt: new Date() });
    const { address, post } = await shown(village);
    const set = (row: Partial<typeof posts.$inferInsert>) =>
      village.db.update(posts).set(row).where(eq(posts.id, post.id));
    const by = () => seenBy(village, address);

    expect(await by()).toEqual(["visitor", ...members]);
    await set({ audience: "members" });
    expect(await by()).toEqual(members);
    await set({ audience: "connections" });
    expect(await by()).toEqual(["connection", "author"]);
    await set({ audience: "me" });
    expect(await by()).toEqual(["author"]);
    await set({ audience: "everyone", publishedAt: null });
    expect(await by()).toEqual(["author"]);
  });

  test("of a post that a moderator hid is gone for readers, also where others quoted it", async ({ village }) => {
    const { address, post } = await shown(village);
    await village.as("Bert").posts.write({ title: "Look", source: `> ![a field](${address})`, publish: true });
    await village.as("Shawn").moderation.hide({ thing: { post: post.key }, rule: "kind", reason: "Not this." });
    expect(await seenBy(village, address)).toEqual(["author", "moderator"]);
    await village.as("Shawn").moderation.unhide({ thing: { post: post.key } });
    expect(await seenBy(village, address)).toHaveLength(6);
  });

  test("is not made public by somebody who may see it and shows it to all", async ({ village }) => {
    const { address } = await shown(village, { audience: "members" });
    await village.as("Bert").posts.write({ title: "Look", source: `![a field](${address})`, publish: true });
    expect(await seenBy(village, address)).not.toContain("visitor");
  });

  test("in a comment follows the comment and the post above it", async ({ village }) => {
    const post = await village.as("Bert").posts.write({ title: "Fields", source: "Show me one.", publish: true });
    const { address } = await addPicture(acting(village, "Kofi"), sent);
    const said = await village.as("Kofi").comments.write({ postKey: post.key, source: `![a field](${address})` });
    const by = () => seenBy(village, address);
    expect(await by()).toHaveLength(6);

    await village.as("Shawn").moderation.hide({ thing: { comment: said.key }, rule: "kind", reason: "Not this." });
    expect(await by()).toEqual(["author", "moderator"]);
    await village.as("Shawn").moderation.unhide({ thing: { comment: said.key } });
    await village.as("Kofi").comments.delete({ key: said.key });
    expect(await by()).toEqual(["author"]);
    await village.as("Kofi").comments.undoDelete({ key: said.key });
    await village.db.update(posts).set({ audience: "me" }).where(eq(posts.id, post.id));
    expect(await by()).toEqual(["stranger", "author"]);
    await village.db.update(posts).set({ audience: "everyone" }).where(eq(posts.id, post.id));
    await village.db.update(comments).set({ state: "held" }).where(eq(comments.key, said.key));
    expect(await by()).toEqual(["author", "moderator"]);
  });

  test("is seen by the moderator who was called, and by no other stranger", async ({ village }) => {
    const { address, post } = await shown(village, { audience: "connections" });
    expect(await seenBy(village, address)).toEqual(["connection", "author"]);
    await village.as("Priya").moderation.report({ thing: { post: post.key }, reason: "private-data" });
    expect(await seenBy(village, address)).toEqual(["connection", "author", "moderator"]);
  });
});

describe("bringing a picture", () => {
  test("is refused in words a person can act on", async ({ village }) => {
    const kofi = acting(village, "Kofi");
    const bring = (bytes: Uint8Array) => addPicture(kofi, bytes);
    const set = (key: string, value: unknown) => setSetting(village.context(null), { key, value });
    await expect(bring(Buffer.from("<svg/>"))).rejects.toMatchObject({ because: "not-a-picture" });
    await expect(bring(Buffer.alloc(0))).rejects.toMatchObject({ because: "picture-empty" });
    await set("pictures.bytes", 1000);
    const tooBig = { because: "picture-too-big", particulars: { most: 0.1 } };
    await expect(bring(sent)).rejects.toMatchObject(tooBig);
    await set("pictures.bytes", 15_000_000);
    await set("pictures.pixels", 1000);
    await expect(bring(sent)).rejects.toMatchObject({ because: "picture-too-many-pixels" });
    await set("pictures.pixels", 50_000_000);
    await set("pictures.room", 0);
    await expect(bring(sent)).rejects.toMatchObject({ because: "pictures-no-room" });
    await set("pictures.room", 500_000_000);
    await set("pictures.on", false);
    await expect(bring(sent)).rejects.toMatchObject({ because: "pictures-off" });
    expect(await village.asVisitor().pictures.room()).toMatchObject({ can: { add: false } });
  });

  test("is over for a day when the day's number is reached", async ({ village }) => {
    await setSetting(village.context(null), { key: "pictures.day", value: 1 });
    await addPicture(acting(village, "Kofi"), sent);
    const more = addPicture(acting(village, "Kofi"), sent);
    await expect(more).rejects.toMatchObject({ because: "pictures-too-fast", particulars: { most: 1, hours: 24 } });
    village.later(day);
    await addPicture(acting(village, "Kofi"), sent);
  });
});

describe("a picture's end", () => {
  const isKept = (key: string) => files().some((file) => file.includes(key));
  const tidied = async (village: Village) => {
    const ctx = village.context(null);
    await eraseDeletedPosts(ctx);
    await eraseDeletedComments(ctx);
    return erasePictures(ctx);
  };

  test("comes a day after nothing shows it any more, with its files", async ({ village }) => {
    const { key } = await addPicture(acting(village, "Kofi"), sent);
    const { key: used, post } = await shown(village);
    await tidied(village);
    expect([isKept(key), isKept(used)]).toEqual([true, true]);
    village.later(day);
    expect(await tidied(village)).toBe(1);
    expect([isKept(key), isKept(used)]).toEqual([false, true]);
    expect(await village.db.select().from(pictures).where(eq(pictures.key, key))).toEqual([]);

    const words = { title: "A field", source: "Words only.", publish: true };
    await village.as("Kofi").posts.edit({ key: post.key, ...words });
    await tidied(village);
    expect(isKept(used)).toBe(true);
  });

  test("waits while words that are not sent yet show it", async ({ village }) => {
    const { key, post } = await shown(village, { publish: false });
    village.later(3 * day);
    await tidied(village);
    expect(isKept(key)).toBe(true);

    await village.as("Kofi").posts.edit({ title: "", source: "No more.", key: post.key });
    const kept = { memberId: village.person("Kofi").id, place: "new/1", form: newId(), savedAt: new Date() };
    await village.db.insert(drafts).values({ ...kept, words: { source: `![](/pictures/${key}-600x400)` } });
    village.later(3 * day);
    await tidied(village);
    expect(isKept(key)).toBe(true);

    await village.db.update(drafts).set({ endedAt: new Date() }).where(eq(drafts.form, kept.form));
    await tidied(village);
    village.later(day);
    await tidied(village);
    expect(isKept(key)).toBe(false);
  });

  test("comes with the end of the words it stood in, and not while they can come back", async ({ village }) => {
    const { key, post } = await shown(village);
    await village.as("Kofi").posts.delete({ key: post.key });
    village.later(6 * day);
    await tidied(village);
    expect(isKept(key)).toBe(true);
    village.later(day);
    await tidied(village);
    expect(isKept(key)).toBe(false);
  });

  test("comes at once with the end of a comment's words", async ({ village }) => {
    const post = await village.as("Bert").posts.write({ title: "Fields", source: "Show me one.", publish: true });
    const { address, key } = await addPicture(acting(village, "Kofi"), sent);
    const said = await village.as("Kofi").comments.write({ postKey: post.key, source: `![a field](${address})` });
    await village.as("Kofi").comments.delete({ key: said.key });
    village.later(7 * day);
    await tidied(village);
    expect(isKept(key)).toBe(false);
    const [row] = await village.db.select().from(comments).where(eq(comments.key, said.key));
    expect(row).toMatchObject({ pictures: [], links: [], html: "" });
  });

  test("that broke off in the middle is finished the next time", async ({ village }) => {
    const { key } = await addPicture(acting(village, "Kofi"), sent);
    await village.db
      .update(pictures)
      .set({ erasedAt: village.context(null).now() })
      .where(eq(pictures.key, key));
    expect(await seenBy(village, `/pictures/${key}-600x400`)).toEqual([]);
    await tidied(village);
    expect(isKept(key)).toBe(false);
  });
});

test("nothing of a picture's file is what was sent", async ({ village }) => {
  const { key } = await addPicture(acting(village, "Kofi"), sent);
  const kept = files().filter((file) => file.includes(key));
  expect(kept).toHaveLength(2);
  for (const file of kept) expect(readFileSync(join(folder.path(), file)).subarray(8, 12).toString()).toBe("WEBP");
});
