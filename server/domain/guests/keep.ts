import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { comments, type Guest } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import type { Rendered } from "#/server/platform/text";
import { permalinkOf } from "../comments/address";
import { placeUnder } from "../comments/place";
import { columnsOf } from "../comments/words";
import type { Reading } from "../context";
import { tell } from "../events";
import type { Settings } from "../settings/schema";
import { fail } from "./errors";
import { placeFor } from "./place";

export type Said = {
  postKey: string;
  parentKey?: string | undefined;
  name: string;
  site: string | null;
  source: string;
};

/** What becomes true with the comment, or not at all; answers whether the comment must wait for a moderator because of it. */
export type Also = (ctx: Reading, made: { id: string; source: string; site: string | null }) => Promise<boolean>;
type How = { rendered: Rendered; set: Settings; also?: Also | undefined };

const hour = 3_600_000;

/**
 * Puts a guest's words in their place, in the transaction it is called in. The first ones are held until a moderator lets
 * them in, and so is whatever comes from the address of a suspended member; nobody is told of them before.
 */
export async function keepAsGuest(ctx: Reading, guest: Guest, said: Said, how: How) {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`says ${guest.id}`}, 0))`);
  const { post, parent } = await placeFor(ctx, said, { lock: true });
  await refuseRepeat(ctx, guest, said.source, how.set);
  const untrusted = (how.set["guests.hold-first"] && !guest.trustedAt) || (await isSuspended(ctx, guest));
  const [made] = await ctx.db
    .insert(comments)
    .values({
      ...placeUnder(post, parent),
      guestId: guest.id,
      guestName: said.name,
      guestSite: said.site,
      state: untrusted ? "held" : "shown",
      source: said.source,
      ...columnsOf(how.rendered),
      writtenAt: ctx.now(),
    })
    .returning({ id: comments.id, key: comments.key });
  if (!made) return fail("no-such-post");
  if (parent) {
    const repliesGiven = parent.repliesGiven + 1;
    await ctx.db.update(comments).set({ repliesGiven }).where(eq(comments.id, parent.id));
  }
  const waits = (await how.also?.(ctx, { id: made.id, source: said.source, site: said.site })) ?? false;
  if (waits && !untrusted) await ctx.db.update(comments).set({ state: "held" }).where(eq(comments.id, made.id));
  const held = untrusted || waits;
  if (!held) {
    const fact = { commentId: made.id, postId: post.id, parentId: parent?.id ?? null, authorId: null };
    await tell(ctx, { type: "comment.written", ...fact });
  }
  return { held, href: held ? null : permalinkOf(post, made.key) };
}

/** Whoever may not speak as a member does not speak as a guest unseen. */
async function isSuspended({ db }: Reading, { mail }: Guest): Promise<boolean> {
  const [member] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(sql`lower(${members.mail})`, mail.toLowerCase()), isNotNull(members.suspendedAt)));
  return member !== undefined;
}

async function refuseRepeat({ db, now }: Reading, guest: Guest, source: string, set: Settings): Promise<void> {
  const since = new Date(now().getTime() - set["comments.duplicate-hours"] * hour);
  const [first] = await db
    .select({
      key: comments.key,
      state: comments.state,
      writtenAt: comments.writtenAt,
      post: { key: posts.key, slug: posts.slug },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        eq(comments.guestId, guest.id),
        gt(comments.writtenAt, since),
        eq(comments.source, source),
        isNull(comments.deletedAt),
      ),
    )
    .limit(1);
  if (!first) return;
  const ago = Math.max(1, Math.round((now().getTime() - first.writtenAt.getTime()) / 1000));
  fail("said-before", { ago, ...(first.state === "shown" ? { see: permalinkOf(first.post, first.key) } : {}) });
}
