import { and, desc, eq, ilike, isNotNull, or, sql } from "drizzle-orm";
import { blocks } from "#/db/schema/connections";
import { type Member, members } from "#/db/schema/members";
import { moderationLog } from "#/db/schema/moderation";
import type { Acting } from "../../context";
import { decodeCursor, paged } from "../../cursor";
import { fail } from "../../members/errors";
import { permissions } from "../../members/policy";
import { faceOf } from "../../members/queries";

type Search = {
  words: string;
  role?: Member["role"] | undefined;
  suspended: boolean;
  cursor?: string | undefined;
  limit: number;
};

const literally = (words: string) => `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;

/** Everybody who has a place here, the newest first, for those who tend it. Blocks between people are only marked. */
export async function peopleHere({ db, viewer }: Acting, { words, role, suspended, cursor, limit }: Search) {
  const place = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select({ member: members, apart: apartFrom(viewer) })
    .from(members)
    .where(
      and(
        words
          ? or(ilike(members.name, literally(words)), ilike(members.handle, literally(words.replace(/^@/, ""))))
          : undefined,
        role ? eq(members.role, role) : undefined,
        suspended ? isNotNull(members.suspendedAt) : undefined,
        place ? sql`(${members.joinedAt}, ${members.id}) < (${place.at}, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(members.joinedAt), desc(members.id))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, ({ member }) => ({ at: member.joinedAt, id: member.id }));
  return { items: items.map(({ member, apart }) => tended(viewer, member, apart)), next };
}

/** One member, as those who tend the place see them, with what was decided about them before. */
export async function personHere({ db, viewer }: Acting, { handle }: { handle: string }) {
  const [row] = await db
    .select({ member: members, apart: apartFrom(viewer) })
    .from(members)
    .where(eq(members.handle, handle.toLowerCase()));
  if (!row) return fail("no-such-member");
  const acts = await db
    .select({
      id: moderationLog.id,
      act: moderationLog.act,
      at: moderationLog.at,
      reason: moderationLog.reason,
      rule: moderationLog.rule,
      by: { name: members.name, handle: members.handle },
    })
    .from(moderationLog)
    .leftJoin(members, eq(members.id, moderationLog.byId))
    .where(eq(moderationLog.memberId, row.member.id))
    .orderBy(desc(moderationLog.at), desc(moderationLog.id))
    .limit(50);
  return { ...tended(viewer, row.member, row.apart), acts };
}

const apartFrom = (viewer: Member) => sql<boolean>`exists (select 1 from ${blocks}
  where (${blocks.memberId} = ${viewer.id} and ${blocks.blockedId} = ${members.id})
    or (${blocks.memberId} = ${members.id} and ${blocks.blockedId} = ${viewer.id}))`;

const tended = (viewer: Member, member: Member, apart: boolean) => ({
  ...faceOf(member),
  suspendedAt: member.suspendedAt,
  suspendedBecause: member.suspendedBecause,
  apart,
  can: permissions(viewer, member),
});
