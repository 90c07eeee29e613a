import { type SQL, sql } from "drizzle-orm";
import { blocks } from "#/db/schema/connections";
import { type Member, members } from "#/db/schema/members";
import { no, policy, tends, type Viewer, yes } from "../policy";

const rank = { member: 0, moderator: 1, owner: 2 } as const;

/** What a rule needs to know of the member it is about. */
export type Person = Pick<Member, "id" | "role" | "suspendedAt">;

/** Moderators tend members, owners tend everybody else; nobody suspends or promotes themselves. */
const outranks = (viewer: Viewer, person: Person) => {
  if (!tends(viewer)) return no("moderators-only");
  if (viewer.id === person.id) return no("not-yourself");
  return viewer.role === "owner" || rank[viewer.role] > rank[person.role] ? yes : no("not-your-rank");
};

export const { can, permissions } = policy<Person>()({
  edit: (viewer, person) => (viewer?.id === person.id ? yes : no("not-your-rank")),
  suspend: (viewer, person) => {
    const answer = outranks(viewer, person);
    if (!answer.ok) return answer;
    return person.suspendedAt ? no("already-suspended") : yes;
  },
  restore: (viewer, person) => {
    const answer = outranks(viewer, person);
    if (!answer.ok) return answer;
    return person.suspendedAt ? yes : no("not-suspended");
  },
  changeRole: (viewer, _person) => (viewer?.role === "owner" ? yes : no("owners-only")),
});

/**
 * Whom this viewer can go to: everybody but those who blocked them. Whoever blocked somebody still finds them, to take
 * it back.
 */
export const visibleTo = (viewer: Viewer): SQL =>
  viewer
    ? sql`${members.id} not in (select ${blocks.memberId} from ${blocks} where ${blocks.blockedId} = ${viewer.id})`
    : sql`true`;
