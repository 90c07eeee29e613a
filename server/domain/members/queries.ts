import { and, count, eq, sql } from "drizzle-orm";
import { type Member, members } from "#/db/schema/members";
import type { Acting, Reading } from "../context";
import { fail } from "./errors";
import { permissions, visibleTo } from "./policy";

/** What everybody may know of a member. Their mail, and why they were suspended, is not in it. */
export type Face = Pick<Member, "id" | "handle" | "name" | "bio" | "site" | "role" | "joinedAt"> & {
  suspended: boolean;
};

export const faceOf = ({ id, handle, name, bio, site, role, joinedAt, suspendedAt }: Member): Face => ({
  id,
  handle,
  name,
  bio,
  site,
  role,
  joinedAt,
  suspended: suspendedAt !== null,
});

/**
 * The member with this handle, and what the viewer may do about them. Missing where nobody has it, and for whom its
 * member has blocked.
 */
export async function memberByHandle(ctx: Reading, { handle }: { handle: string }) {
  const [member] = await ctx.db
    .select()
    .from(members)
    .where(and(eq(members.handle, handle.toLowerCase()), visibleTo(ctx.viewer)));
  if (!member) return fail("no-such-member");
  return { ...faceOf(member), can: permissions(ctx.viewer, member) };
}

/** The member with this id, as the domain sees them. */
export async function memberById({ db }: Pick<Reading, "db">, id: string): Promise<Member | null> {
  const [member] = await db.select().from(members).where(eq(members.id, id));
  return member ?? null;
}

/** What a member may know of themselves. */
export function myself({ viewer }: Acting) {
  const { mail, mailVerifiedAt, singleKeysOffAt } = viewer;
  return { ...faceOf(viewer), mail, mailProven: mailVerifiedAt !== null, singleKeys: singleKeysOffAt === null };
}

/** True while nobody has a place here. */
export async function isEmptySite({ db }: Pick<Reading, "db">): Promise<boolean> {
  const [row] = await db
    .select({ somebody: sql<boolean>`exists (select 1 from ${members})` })
    .from(sql`(select 1) one`);
  return !row?.somebody;
}

/** How many owners can still come in. */
export async function ownersHere({ db }: Pick<Reading, "db">): Promise<number> {
  const [row] = await db
    .select({ owners: count() })
    .from(members)
    .where(sql`${members.role} = 'owner' and ${members.suspendedAt} is null`);
  return row?.owners ?? 0;
}
