import { and, desc, eq, sql } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { reactions } from "#/db/schema/reactions";
import { notBlocked } from "../../connections/policy";
import type { Acting } from "../../context";
import { decodeCursor, paged } from "../../cursor";
import { fail } from "../errors";
import type { ThingRef } from "../input";
import { can } from "../policy";
import { findThing } from "../things";

type Asked = { thing: ThingRef; cursor?: string | undefined; limit: number };

/** Who reacted to one's own words, the newest first. For nobody but their author. */
export async function whoReacted(ctx: Acting, { thing: ref, cursor, limit }: Asked) {
  const thing = await findThing(ctx, ref);
  const answer = can(ctx.viewer, "who", thing);
  if (!answer.ok) return fail(answer.because);
  const place = cursor ? decodeCursor(cursor) : null;
  const about = thing.commentId ? eq(reactions.commentId, thing.commentId) : eq(reactions.postId, thing.postId);
  const rows = await ctx.db
    .select({
      id: reactions.id,
      kind: reactions.kind,
      at: reactions.at,
      by: { name: members.name, handle: members.handle },
    })
    .from(reactions)
    .innerJoin(members, eq(members.id, reactions.memberId))
    .where(
      and(
        about,
        notBlocked(ctx.viewer, reactions.memberId),
        place ? sql`(${reactions.at}, ${reactions.id}) < (${place.at}, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(reactions.at), desc(reactions.id))
    .limit(limit + 1);
  return paged(rows, limit, ({ at, id }) => ({ at, id }));
}
