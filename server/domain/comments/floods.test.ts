import { afterAll, beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { takeTurn } from "./commands/limits";
import { setSetting } from "../settings/commands";
import { members } from "#/db/schema/members";
import { eq, sql } from "drizzle-orm";
import { newId } from "#/db/ids";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { createCaller } from "../../api/root";

beforeAll(bundleTextWorker);

const second = 1000;
const hour = 3_600_000;

const posted = async (village: Pick<Village, "as">, title = "Busy") =>
  (await village.as("Susan").posts.write({ title, source: "Talk.", publish: true })).key;

describe("who says a lot", () => {
  test("is let speak six times, then once in every ten seconds, and is told how long to wait", async ({ village }) => {
    const postKey = await posted(village);
    const say = (source: string) => village.as("Justin").comments.write({ postKey, source });
    for (let nth = 0; nth < 6; nth++) await say(`At once ${nth}`);
    await expect(say("Seventh")).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: "commenting-too-fast",
      cause: { particulars: { wait: 10 } },
    });
    village.later(9 * second);
    await expect(say("Seventh")).rejects.toMatchObject({ cause: { particulars: { wait: 1 } } });
    village.later(second);
    await say("Seventh");
    await expect(say("Eighth")).rejects.toMatchObject({ message: "commenting-too-fast" });
  });

  test("is let speak sixty times an hour; who is new here ten times", async ({ village }) => {
    await setSetting(village.context("Candy"), { key: "comments.minute", value: 1000 });
    const postKey = await posted(village);
    const countFor = async (caller: ReturnType<Village["as"]>) => {
      for (let nth = 0; ; nth++) {
        const refused = await caller.comments.write({ postKey, source: `No. ${nth}` }).then(
          () => null,
          (error: Error) => error.message,
        );
        if (refused) return [nth, refused];
      }
    };
    expect(await countFor(village.as("Justin"))).toEqual([60, "commenting-too-fast"]);
    const hank = village.person("Hank");
    const joinedAt = new Date(village.context(null).now().getTime() - 24 * hour);
    await village.db.update(members).set({ joinedAt }).where(eq(members.id, hank.id));
    const asNew = createCaller({ ...village.context("Hank"), viewer: { ...hank, joinedAt } });
    expect(await countFor(asNew)).toEqual([10, "commenting-too-fast"]);
  });
});

describe("the same words again", () => {
  test("are refused for a day, wherever, and the refusal leads to the first", async ({ village }) => {
    const [postKey, other] = [await posted(village), await posted(village, "Other")];
    const justin = village.as("Justin").comments;
    const { href, key } = await justin.write({ postKey, source: "Great post!" });
    village.later(90 * second);
    const again = { message: "said-before", code: "CONFLICT", cause: { particulars: { ago: 90, see: href } } };
    await expect(justin.write({ postKey, source: "Great post!" })).rejects.toMatchObject(again);
    await expect(justin.write({ postKey: other, source: "Great post!" })).rejects.toMatchObject(again);
    await expect(justin.continue({ key, source: "Great post!" })).rejects.toMatchObject(again);
    await village.as("Hank").comments.write({ postKey, source: "Great post!" });
    await justin.continue({ key, source: "And more." });
    await expect(justin.write({ postKey, source: "And more." })).rejects.toMatchObject({ message: "said-before" });
    await expect(justin.write({ postKey, source: "Great post!" })).rejects.toMatchObject({ message: "said-before" });
    village.later(24 * hour);
    await justin.write({ postKey, source: "Great post!" });
  });

  test("may be said again when the first were deleted", async ({ village }) => {
    const postKey = await posted(village);
    const justin = village.as("Justin").comments;
    const { key } = await justin.write({ postKey, source: "On second thoughts" });
    await justin.delete({ key });
    await justin.write({ postKey, source: "On second thoughts" });
  });
});

describe("two instances at once", () => {
  let own: Awaited<ReturnType<typeof ownVillage>>;
  beforeAll(async () => {
    own = await ownVillage();
  });
  afterAll(() => own.close());

  test("take the same words once, and share one bucket", async () => {
    const postKey = await posted(own);
    const say = (source: string) =>
      own
        .as("Justin")
        .comments.write({ postKey, source })
        .then(
          () => "said",
          (error: Error) => error.message,
        );
    const same = await Promise.all(["a", "b", "c"].map(() => say("One voice")));
    expect(same.sort()).toEqual(["said", "said-before", "said-before"]);
    const many = await Promise.all(Array.from({ length: 8 }, (_, nth) => say(`Voice ${nth}`)));
    expect(many.filter((it) => it === "said")).toHaveLength(3);
    expect(many.filter((it) => it === "commenting-too-fast")).toHaveLength(5);
  });

  test("find what was said while they waited for their turn", async () => {
    const postKey = await posted(own, "In turn");
    const { id: authorId } = own.person("Hank");
    const [post] = await own.db.select({ id: posts.id }).from(posts).where(eq(posts.key, postKey));
    const id = newId();
    let answer = "";
    let answered: Promise<void> | undefined;
    await own.db.transaction(async (tx) => {
      await takeTurn({ ...own.context("Hank"), viewer: own.person("Hank"), db: tx });
      answered = own
        .as("Hank")
        .comments.write({ postKey, source: "While you waited" })
        .then(
          () => {
            answer = "said";
          },
          (error: Error) => {
            answer = error.message;
          },
        );
      const waits = sql`select 1 from pg_locks where locktype = 'advisory' and not granted`;
      await expect.poll(async () => (await own.db.execute(waits)).rows.length).toBe(1);
      const words = { source: "While you waited", html: "<p>While you waited</p>", excerpt: "While you waited" };
      const place = { id, rootId: id, postId: post?.id ?? "", authorId };
      await tx.insert(comments).values({ ...place, ...words, renderedBy: 1, writtenAt: own.context("Hank").now() });
    });
    await answered;
    expect(answer).toBe("said-before");
  });
});
