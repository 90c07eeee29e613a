import { and, eq, not, sql } from "drizzle-orm";
import type { z } from "zod";
import { blocks } from "#/db/schema/connections";
import { type Member, members } from "#/db/schema/members";
import type { Reading } from "../../context";
import { fail } from "../errors";
import type { person } from "../input";

/** A member as far as a list shows them. */
export const face = { id: members.id, name: members.name, handle: members.handle };
export type Face = Pick<Member, "id" | "name" | "handle">;
export type Person = z.infer<typeof person>;

/**
 * Finds a member for the viewer. Whoever blocked the viewer does not exist for them; whom the viewer blocked does,
 * or they could never be unblocked.
 */
export async function find({ db, viewer }: Pick<Reading, "db" | "viewer">, who: Person): Promise<Member> {
  const named = "handle" in who ? eq(members.handle, who.handle) : eq(members.id, who.memberId);
  const blocked = viewer
    ? sql`exists (select 1 from ${blocks} where ${blocks.memberId} = ${members.id} and ${blocks.blockedId} = ${viewer.id})`
    : sql`false`;
  const [member] = await db
    .select()
    .from(members)
    .where(and(named, not(blocked)));
  return member ?? fail("no-such-member");
}
