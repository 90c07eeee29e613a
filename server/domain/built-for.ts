import { built, type Preparable, ph, type Values } from "#/db/built";
import type { Db } from "#/db/client";
import type { Member } from "#/db/schema/members";
import type { Viewer } from "./policy";

/**
 * A statement that is asked with somebody's eyes, put into SQL once for visitors and once for each role: the rules say
 * the same for all members of one role but for whom it is. Not for a rule that knows the time: it would stay the first.
 */
export function builtFor<Answer>(make: (db: Db, viewer: Viewer) => Preparable<Answer>) {
  const made = new Map<Member["role"] | "visitor", ReturnType<typeof built<Answer>>>();
  return (db: Db, viewer: Viewer, values: Values): Promise<Answer> => {
    const eyes = viewer?.role ?? "visitor";
    const run = made.get(eyes) ?? built((db) => make(db, viewer && anyOf(viewer.role)));
    made.set(eyes, run);
    return run(db, viewer ? { ...values, viewer: viewer.id } : values);
  };
}

/** Any member of a role. A rule that asks for more than role and id would be true of one member and used for all. */
function anyOf(role: Member["role"]): Member {
  const known: object = { id: ph("viewer"), role };
  return new Proxy(known, {
    get(it, asked) {
      if (!(asked in it)) throw new Error(`A statement built once cannot know a member's ${String(asked)}`);
      return Reflect.get(it, asked);
    },
  }) as Member;
}
