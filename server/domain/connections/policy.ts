import { and, type Column, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { blocks, type ConnectionRequest, mutes, connectionRequests as r } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { no, policy, type Viewer, yes } from "../policy";
import { type Terms, undoFor } from "./terms";

/** A request with the facts its rules need. */
export type Judged = Pick<ConnectionRequest, "fromId" | "toId" | "answer" | "sentAt" | "answeredAt"> & {
  /** One of the two blocked the other. */
  apart: boolean;
  /** Who asks is suspended. */
  suspended: boolean;
  terms: Terms;
};

/** In the eyes of who sent it: a declined request waits like an open one, until it ends or is taken back. */
const seemsOpen = ({ answer, sentAt, terms }: Judged) =>
  (answer === null || answer === "declined") && sentAt > terms.openSince;

const isOpen = (it: Judged) => it.answer === null && seemsOpen(it);
const isKept = ({ answer, answeredAt, terms }: Judged) =>
  answer === "declined" && answeredAt !== null && answeredAt > terms.declinedSince;
const justAccepted = ({ answer, answeredAt, terms }: Judged) =>
  answer === "accepted" && answeredAt !== null && answeredAt.getTime() > terms.now.getTime() - undoFor;

const read = (viewer: Viewer, it: Judged) => {
  if (!viewer || it.apart) return no("no-such-request");
  if (viewer.id === it.fromId) return seemsOpen(it) || it.answer === "accepted" ? yes : no("no-such-request");
  if (viewer.id !== it.toId || it.suspended) return no("no-such-request");
  return isOpen(it) || isKept(it) || it.answer === "accepted" ? yes : no("no-such-request");
};

const asked = (viewer: Viewer, it: Judged) => {
  const seen = read(viewer, it);
  if (!seen.ok) return seen;
  return viewer?.id === it.toId ? yes : no("not-asked-of-you");
};

export const { can, permissions } = policy<Judged>()({
  read,

  accept: (viewer, it) => {
    const mine = asked(viewer, it);
    if (!mine.ok) return mine;
    return isOpen(it) || isKept(it) ? yes : no("already-answered");
  },

  decline: (viewer, it) => {
    const mine = asked(viewer, it);
    if (!mine.ok) return mine;
    return isOpen(it) ? yes : no("already-answered");
  },

  /** Takes an answer back: a decline as long as its sender still waits, an acceptance for a minute. */
  reopen: (viewer, it) => {
    const mine = asked(viewer, it);
    if (!mine.ok) return mine;
    return (isKept(it) && seemsOpen(it)) || justAccepted(it) ? yes : no("nothing-to-take-back");
  },

  withdraw: (viewer, it) => {
    const seen = read(viewer, it);
    if (!seen.ok) return seen;
    if (viewer?.id !== it.fromId) return no("not-your-request");
    return seemsOpen(it) ? yes : no("already-answered");
  },
});

/** `seemsOpen`, said in SQL. */
export const seemsOpenIn = ({ openSince }: Terms) =>
  and(or(isNull(r.answer), eq(r.answer, "declined")), gt(r.sentAt, openSince));

/** Open for whoever was asked, said in SQL. */
export const openIn = ({ openSince }: Terms) => and(isNull(r.answer), gt(r.sentAt, openSince));

/** Declined, and still to be accepted by whoever declined it, said in SQL. */
export const keptIn = ({ declinedSince }: Terms) => and(eq(r.answer, "declined"), gt(r.answeredAt, declinedSince));

/** `read`, said in SQL over `connection_requests`. A test holds the two to the same answer. */
export function visibleTo(viewer: Viewer, terms: Terms): SQL {
  if (!viewer) return sql`false`;
  const senderIsHere = sql`not exists (select 1 from ${members} where ${members.id} = ${r.fromId} and ${members.suspendedAt} is not null)`;
  const sent = and(
    eq(r.fromId, viewer.id),
    notBlocked(viewer, r.toId),
    or(seemsOpenIn(terms), eq(r.answer, "accepted")),
  );
  const received = and(
    eq(r.toId, viewer.id),
    notBlocked(viewer, r.fromId),
    senderIsHere,
    or(openIn(terms), keptIn(terms), eq(r.answer, "accepted")),
  );
  return or(sent, received) ?? sql`false`;
}

/**
 * True in SQL where neither the viewer blocked the member in `column` nor the other way round.
 * For every query that shows a person or their words; a visitor has blocked nobody.
 */
export const notBlocked = (viewer: Viewer, column: Column | SQL): SQL =>
  viewer
    ? sql`(${column} is null or ${column} not in (select ${blocks.blockedId} from ${blocks} where ${blocks.memberId} = ${viewer.id} union all select ${blocks.memberId} from ${blocks} where ${blocks.blockedId} = ${viewer.id}))`
    : sql`true`;

/** True in SQL where the viewer has not muted the member in `column`. For lists that bring something, not for pages gone to. */
export const notMuted = (viewer: Viewer, column: Column | SQL, now: Date): SQL =>
  viewer
    ? sql`(${column} is null or ${column} not in (select ${mutes.mutedId} from ${mutes} where ${mutes.memberId} = ${viewer.id} and (${mutes.until} is null or ${mutes.until} > ${now})))`
    : sql`true`;
