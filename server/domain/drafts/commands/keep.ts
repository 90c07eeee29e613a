import { and, count, eq } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { type Draft, type DraftWords, drafts } from "#/db/schema/drafts";
import { posts } from "#/db/schema/posts";
import { countOf } from "#/server/platform/text";
import { type Acting, atomically } from "../../context";
import { useUp } from "../../limits";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import type { kept } from "../input";
import { placeOf } from "../place";
import { visibleTo } from "../policy";
import { shaped } from "../shape";

type Brought = z.infer<typeof kept>;
type Row = Omit<typeof drafts.$inferInsert, "id">;

/**
 * Keeps what stands in a form. Where another device kept other words meanwhile, the newest win and the others stand
 * beside them. What a form still keeps after it was sent comes too late, and null is answered.
 */
export async function keepDraft(ctx: Acting, brought: Brought) {
  const set = await settingsOf(ctx);
  const most = 2 * set["post.characters"];
  const long = countOf(brought.words.source);
  if (long > most) fail("draft-too-long", { most });
  const limit = { name: "drafts.minute", most: set["drafts.minute"], seconds: 60 };
  const wait = await useUp(ctx, limit, ctx.viewer.id);
  if (wait > 0) fail("keeping-too-fast", { seconds: wait });
  return atomically(ctx, async (ctx) => {
    const before = await lock(ctx, brought.place);
    if (before?.endedAt && before.form === brought.form) return null;
    const live = before?.endedAt ? null : before;
    if (isBlank(brought.words)) return erased(ctx, live, brought);
    if (!live) await refuseTooMany(ctx, set["post.drafts"]);
    const row = live ? besides(live, brought, typedAt(ctx, brought)) : await first(ctx, brought);
    return row ? shaped(await put(ctx, row)) : shaped(live ?? fail("no-such-draft"));
  });
}

const typedAt = ({ now }: Acting, { age }: Brought) => new Date(now().getTime() - age * 1000);

async function lock({ db, viewer }: Acting, place: string): Promise<Draft | null> {
  const [row] = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.memberId, viewer.id), eq(drafts.place, place)))
    .for("update");
  return row ?? null;
}

async function refuseTooMany(ctx: Acting, most: number): Promise<void> {
  const [row] = await ctx.db.select({ many: count() }).from(drafts).where(visibleTo(ctx.viewer));
  if (row && row.many >= most) fail("too-much-unsent", { most });
}

async function first(ctx: Acting, brought: Brought): Promise<Row> {
  const { place, form, words } = brought;
  return {
    memberId: ctx.viewer.id,
    place,
    postId: await postAt(ctx, place),
    form,
    words,
    savedAt: typedAt(ctx, brought),
    turn: 1,
    other: null,
    otherAt: null,
    endedAt: null,
  };
}

/** The words that stand and the words that came, put in order; null where nothing changes. */
function besides(live: Draft, { words, turn, form }: Brought, at: Date): Row | null {
  if (same(words, live.words)) return null;
  const next = { ...live, turn: live.turn + 1 };
  if (turn === live.turn || holds(words, live.words)) return { ...next, words, form, savedAt: at };
  if (holds(live.words, words)) return null;
  if (at >= live.savedAt) return { ...next, words, form, savedAt: at, other: live.words, otherAt: live.savedAt };
  return { ...next, other: words, otherAt: at };
}

const isBlank = ({ source, title = "" }: DraftWords): boolean => source.trim() === "" && title.trim() === "";

/** Nothing is left of the words: nothing is kept of them, unless another device has some. */
async function erased({ db }: Acting, live: Draft | null, { turn }: Brought): Promise<null> {
  if (live && live.turn === turn && !live.other) await db.delete(drafts).where(eq(drafts.id, live.id));
  return null;
}

const same = (one: DraftWords, two: DraftWords): boolean =>
  (["source", "title", "tags", "about", "audience", "comments", "closeDays"] as const).every(
    (name) => (one[name] ?? "") === (two[name] ?? ""),
  );

/** Whether nothing is lost where the first takes the place of the second: it begins with all of it. */
const holds = (one: DraftWords, two: DraftWords): boolean =>
  one.source.startsWith(two.source) &&
  (one.title ?? "").startsWith(two.title ?? "") &&
  (one.tags ?? "").startsWith(two.tags ?? "") &&
  (one.about ?? "").startsWith(two.about ?? "");

async function put({ db }: Acting, row: Row): Promise<Draft> {
  const [made] = await db
    .insert(drafts)
    .values(row)
    .onConflictDoUpdate({ target: [drafts.memberId, drafts.place], set: row })
    .returning();
  return made ?? fail("no-such-draft");
}

/** The post a place belongs to; whether its writer may still read it is asked whenever it is named. */
async function postAt({ db }: Acting, name: string): Promise<string | null> {
  const place = placeOf(name);
  if (place.kind === "new-post") return null;
  const found =
    "commentKey" in place
      ? db.select({ id: comments.postId }).from(comments).where(eq(comments.key, place.commentKey))
      : db.select({ id: posts.id }).from(posts).where(eq(posts.key, place.postKey));
  return (await found)[0]?.id ?? null;
}
