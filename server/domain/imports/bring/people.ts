import { eq, inArray, or } from "drizzle-orm";
import type { Db } from "#/db/client";
import { newId, newKey } from "#/db/ids";
import { importedThings } from "#/db/schema/imports";
import { members } from "#/db/schema/members";
import { isReserved, skeletonOf } from "../../members/handle";
import { isResting } from "../../members/resting";
import type { WxrComment } from "../wxr/things";
import type { Ground } from "./ground";
import { knownThings } from "./known";
import { loginOf, type Person } from "./survey";
import { nameOf } from "./words";

/** Who wrote what, in this place. */
export type People = {
  /** The member for the login a post names. */
  byLogin: (login: string | null) => string;
  /** The member who wrote a comment, when the file says that one of its authors did. */
  ofComment: (comment: WxrComment) => string | null;
};

const fewest = 3;
const longest = 30;

/**
 * Gives every author of the file a place without a way in. A second import finds them again; a mail address is used to
 * tell whose a comment is, and is not kept (docs/decisions/0007).
 */
export async function bringPeople(ground: Ground, people: Map<string, Person>): Promise<People> {
  const known = await knownPeople(ground, [...people.keys()]);
  const ids = new Map<string, string>();
  for (const [login, person] of people) {
    const before = known.get(login);
    ids.set(login, before ?? (ground.dryRun ? newId() : await settle(ground, person)));
    ground.outcome.people[before ? "here" : "new"] += 1;
  }
  return lookUp(people, ids);
}

function lookUp(people: Map<string, Person>, ids: Map<string, string>): People {
  const byUserId = new Map<string, string>();
  const byMail = new Map<string, string>();
  for (const [login, { id, mail }] of people) {
    const member = ids.get(login);
    if (member && id && id !== "0") byUserId.set(id, member);
    if (member && mail?.includes("@")) byMail.set(mail.toLowerCase(), member);
  }
  return {
    byLogin: (login) => {
      const member = ids.get(loginOf(login));
      if (!member) throw new Error("A post names somebody whom the first reading did not meet");
      return member;
    },
    ofComment: ({ type, authorUserId, authorMail }) =>
      type === "comment"
        ? (byUserId.get(authorUserId ?? "") ?? byMail.get(authorMail?.trim().toLowerCase() ?? "") ?? null)
        : null,
  };
}

/** Those who came before and are still here. */
async function knownPeople({ ctx, origin }: Ground, logins: string[]): Promise<Map<string, string>> {
  const things = await knownThings(ctx.db, origin.name, "author", logins);
  if (things.size === 0) return things;
  const here = await ctx.db
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, [...things.values()]));
  const ids = new Set(here.map(({ id }) => id));
  return new Map([...things].filter(([, id]) => ids.has(id)));
}

function settle({ ctx, origin, importId }: Ground, { login, name }: Person): Promise<string> {
  return ctx.db.transaction(async (db) => {
    const shownName = nameOf(name) || nameOf(login) || "Unknown author";
    const row = { id: newId(), name: shownName, joinedAt: ctx.now(), importedFrom: origin.name };
    for (const handle of handlesFor(login, shownName)) {
      if ((await isTaken(db, handle)) || (await isResting({ db, now: ctx.now }, handle))) continue;
      const [made] = await db
        .insert(members)
        .values({ ...row, handle, handleSkeleton: skeletonOf(handle) })
        .onConflictDoNothing()
        .returning({ id: members.id });
      if (!made) continue;
      await db
        .insert(importedThings)
        .values({ origin: origin.name, kind: "author", foreignId: login, thingId: made.id, importId })
        .onConflictDoUpdate({
          target: [importedThings.origin, importedThings.kind, importedThings.foreignId],
          set: { thingId: made.id, importId },
        });
      return made.id;
    }
    throw new Error("No handle is left");
  });
}

async function isTaken(db: Db, handle: string): Promise<boolean> {
  const alike = or(eq(members.handle, handle), eq(members.handleSkeleton, skeletonOf(handle)));
  return (await db.select({ id: members.id }).from(members).where(alike).limit(1)).length > 0;
}

/** Handles to try, best first: the login, the name, and then either with a number, and at last one that nobody has. */
export function* handlesFor(login: string, name: string): Generator<string> {
  const stems = [plain(login.replace(/(?<=.)@.*$/, "")), plain(name)].filter((stem) => stem.length >= fewest);
  yield* stems.filter((stem) => !isReserved(stem));
  const stem = (stems.find((one) => !isReserved(one)) ?? stems[0] ?? "author").slice(0, longest - 5).replace(/-+$/, "");
  for (let nth = 2; nth < 100; nth += 1) yield `${stem}-${nth}`;
  for (;;) yield `${stem.slice(0, 18)}-${newKey()}`;
}

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, "-")
    .slice(0, longest)
    .replaceAll(/^[-_]+|[-_]+$/g, "");
