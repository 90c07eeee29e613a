import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Draft, drafts } from "#/db/schema/drafts";
import { no, policy, type Viewer, yes } from "../policy";

/** What a rule must know of words that are not sent yet. */
export type DraftFacts = Pick<Draft, "memberId" | "endedAt">;

export const { can } = policy<DraftFacts>()({
  /** Whoever types them, and nobody else: no moderator, no owner. */
  read: (viewer, draft) => (viewer && viewer.id === draft.memberId && !draft.endedAt ? yes : no("no-such-draft")),
});

/** `read`, said in SQL. A test holds the two together. */
export const visibleTo = (viewer: Viewer): SQL =>
  viewer ? (and(eq(drafts.memberId, viewer.id), isNull(drafts.endedAt)) ?? sql`false`) : sql`false`;
