import { and, between, count, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { type Post, posts } from "#/db/schema/posts";
import { instantOf, isZone, localIn } from "#/server/platform/zones";
import { type Acting, atomically } from "../../context";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPost } from "../find";
import type { plan } from "../input";
import { can } from "../policy";

const hour = 60 * 60 * 1000;
const farthest = { years: 10 };

/** What the screen is told of a plan. */
const planned = ({ key, plannedFor, plannedZone }: Pick<Post, "key" | "plannedFor" | "plannedZone">) => ({
  key,
  plannedFor,
  plannedZone,
});

/**
 * Plans a draft of one's own for a minute of a wall clock in a zone, or plans it anew. Until a job publishes it then,
 * it is a draft to everybody.
 */
export function planPost(ctx: Acting, { key, at, zone }: z.infer<typeof plan>) {
  const plannedFor = askForTime(ctx, at, zone);
  return atomically(ctx, async (ctx) => {
    const post = await askToPlan(ctx, key);
    if (post.title === "") fail("title-needed");
    await askForPlace(ctx, post.id, plannedFor);
    await ctx.db.update(posts).set({ plannedFor, plannedZone: zone }).where(eq(posts.id, post.id));
    return planned({ key, plannedFor, plannedZone: zone });
  });
}

/** Takes a plan back: the post is a draft without a date again. Gives the plan that was, so that it can be made anew. */
export function unplanPost(ctx: Acting, { key }: { key: string }) {
  return atomically(ctx, async (ctx) => {
    const post = await askToPlan(ctx, key);
    if (!post.plannedFor) return fail("nothing-planned");
    await ctx.db.update(posts).set({ plannedFor: null }).where(eq(posts.id, post.id));
    const zone = post.plannedZone ?? "UTC";
    return { ...planned(post), plan: { at: localIn(post.plannedFor, zone), zone } };
  });
}

function askForTime(ctx: Acting, at: string, zone: string): Date {
  const instant = isZone(zone) ? instantOf(at, zone) : null;
  if (!instant) return fail("no-such-time", {}, [{ field: "at", because: "no-such-time" }]);
  if (instant <= ctx.now()) fail("plan-in-the-past", {}, [{ field: "at", because: "plan-in-the-past" }]);
  const years = farthest.years;
  if (instant.getUTCFullYear() > ctx.now().getUTCFullYear() + years) {
    fail("plan-too-far", { years }, [{ field: "at", because: "plan-too-far", particulars: { years } }]);
  }
  return instant;
}

async function askToPlan(ctx: Acting, key: string) {
  const post = await findPost(ctx, key, { lock: true });
  const answer = can(ctx.viewer, "plan", post);
  return answer.ok ? post : fail(answer.because);
}

/** As many may wait as the site allows, and no more at one time than anybody may publish in an hour. */
async function askForPlace(ctx: Acting, postId: string, plannedFor: Date): Promise<void> {
  const { db, viewer } = ctx;
  const set = await settingsOf(ctx);
  const others = and(
    eq(posts.authorId, viewer.id),
    isNotNull(posts.plannedFor),
    isNull(posts.deletedAt),
    ne(posts.id, postId),
  );
  const [all] = await db.select({ many: count() }).from(posts).where(others);
  const most = set["posts.planned"];
  if (all && all.many >= most) fail("too-many-planned", { most });
  const [from, to] = [-hour, hour].map((away) => new Date(plannedFor.getTime() + away));
  if (!from || !to) return;
  const [then] = await db
    .select({ many: count() })
    .from(posts)
    .where(and(others, between(posts.plannedFor, from, to)));
  const perHour = set["posts.hour"];
  if (then && then.many >= perHour) fail("too-many-planned-then", { most: perHour });
}
