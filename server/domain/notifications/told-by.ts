import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { comments } from "#/db/schema/comments";
import { type Member, members } from "#/db/schema/members";
import { reports } from "#/db/schema/moderation";
import { type Notification, notifications } from "#/db/schema/notifications";
import { posts } from "#/db/schema/posts";
import type { events } from "#/db/schema/site";
import { notBlocked, notMuted } from "../connections/policy";
import type { Reading } from "../context";
import { visibleTo } from "../posts/policy";
import { hears, type Standing, standingsIn } from "../subscriptions/levels";
import { firstNamed } from "./mentions";

/** What somebody will be told, before it has an id. */
export type Told = Pick<Notification, "memberId" | "kind" | "madeAt"> &
  Partial<Pick<Notification, "actorId" | "postId" | "commentId" | "requestId">>;

type Fact = typeof events.$inferSelect;
type Kind = Notification["kind"];

const id = z.uuid();
const commentWritten = z.object({ commentId: id });
const postPublished = z.object({ postId: id });
const between = z.object({ requestId: id.nullable(), fromId: id, toId: id });
const decision = z.object({ postId: id, commentId: id.nullable() });
const reportAnswered = z.object({ reportId: id, reporterId: id });

/** A comment that stands for everybody, and whom it concerns by where it stands. */
type Written = Awaited<ReturnType<typeof writtenIn>>[number];

/** Whom a comment concerns by its words and its place, and what those who might be told of it wish to hear. */
type Concerned = { it: Written; kinds: Map<string, Kind>; standings: ReadonlyMap<string, Standing> };

/** What was looked up in one round of facts: the comments all at once, and the same few people are told of most of them. */
type Known = {
  written: ReadonlyMap<string, Concerned>;
  people: Map<string, Member>;
  /** The comments of the round that somebody may read, by their id. */
  mayRead: Map<string, Promise<ReadonlySet<string>>>;
};
type Round = Reading & { known: Known };

/** A round of facts, in one transaction. */
export async function roundOf(ctx: Reading, facts: readonly Fact[]): Promise<Round> {
  const ids = facts.filter(({ type }) => isAboutWords(type)).map(({ fact }) => commentWritten.parse(fact).commentId);
  const written = new Map<string, Concerned>();
  const found = ids.length > 0 ? await writtenIn(ctx, ids) : [];
  const names = await named(ctx, found);
  const concerned = found.map((it) => ({ it, kinds: kindsOf(it, names.get(it.id) ?? []) }));
  const places = concerned.map(({ it, kinds }) => ({ commentId: it.id, asked: [...kinds.keys()] }));
  const standings = await standingsIn(ctx, places);
  for (const { it, kinds } of concerned)
    written.set(it.id, { it, kinds, standings: standings.get(it.id) ?? new Map() });
  return { ...ctx, known: { written, people: new Map(), mayRead: new Map() } };
}

/** Whose comment was answered hears of that; who is named, of being named; whose post it is, of the comment. */
function kindsOf(it: Written, named: readonly string[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  if (it.answeredId) kinds.set(it.answeredId, "reply");
  for (const id of named) if (!kinds.has(id)) kinds.set(id, "mention");
  if (!kinds.has(it.postAuthorId)) kinds.set(it.postAuthorId, "comment");
  return kinds;
}

const isAboutWords = (type: string) => type === "comment.written" || type === "comment.continued";

function writtenIn({ db }: Reading, ids: readonly string[]) {
  const parent = alias(comments, "parent");
  const { id, parentId, authorId, postId, html } = comments;
  return db
    .select({ id, parentId, authorId, postId, html, answeredId: parent.authorId, postAuthorId: posts.authorId })
    .from(comments)
    .innerJoin(posts, eq(posts.id, postId))
    .leftJoin(parent, eq(parent.id, parentId))
    .where(
      and(inArray(id, [...ids]), eq(comments.state, "shown"), isNull(comments.deletedAt), isNull(comments.hiddenAt)),
    );
}

/** Whom a fact concerns, and how; nobody for most facts. */
export function toldBy(ctx: Round, { type, fact, at }: Fact): Promise<Told[]> | Told[] {
  switch (type) {
    case "comment.written":
      return aboutComment(ctx, commentWritten.parse(fact).commentId, at);
    case "comment.continued":
      return aboutPart(ctx, commentWritten.parse(fact).commentId, at);
    case "post.published":
      return aboutPost(ctx, postPublished.parse(fact).postId, at);
    case "connection.asked": {
      const { fromId, toId, requestId } = between.parse(fact);
      return [{ kind: "request", memberId: toId, actorId: fromId, requestId, madeAt: at }];
    }
    case "connection.made": {
      const { fromId, toId, requestId } = between.parse(fact);
      // Without a request it is a connection that was ended by mistake and stands again: no news to anybody.
      return requestId ? [{ kind: "accepted", memberId: fromId, actorId: toId, requestId, madeAt: at }] : [];
    }
    case "thing.hidden":
    case "thing.unhidden":
      return aboutDecision(ctx, type === "thing.hidden" ? "hidden" : "unhidden", decision.parse(fact), at);
    case "report.answered":
      return aboutReport(ctx, reportAnswered.parse(fact), at);
    default:
      return [];
  }
}

/**
 * Beside those whom it concerns, whoever follows the thread or the branch hears of it. Each of one thing, and nobody who
 * chose to hear no more of it, unless they are named.
 */
async function aboutComment(ctx: Round, commentId: string, at: Date): Promise<Told[]> {
  const concerned = ctx.known.written.get(commentId);
  if (!concerned) return [];
  const { it, standings } = concerned;
  const kinds = new Map(concerned.kinds);
  for (const [id, kind] of kinds)
    if (kind !== "mention" && !hears(standings.get(id), kind === "reply" || !it.parentId)) kinds.delete(id);
  for (const [id, standing] of standings) if (standing === "everything" && !kinds.has(id)) kinds.set(id, "followed");
  return tellReaders(ctx, kinds, { actorId: it.authorId, postId: it.postId, commentId, madeAt: at });
}

/** All parts are one comment, which was told of when it began: whoever is first named in a later one hears of that. */
async function aboutPart(ctx: Round, commentId: string, at: Date): Promise<Told[]> {
  const told = (await aboutComment(ctx, commentId, at)).filter(({ kind }) => kind === "mention");
  const knew = await ctx.db
    .select({ memberId: notifications.memberId })
    .from(notifications)
    .where(eq(notifications.commentId, commentId));
  return told.filter(({ memberId }) => !knew.some((it) => it.memberId === memberId));
}

async function aboutPost(ctx: Round, postId: string, at: Date): Promise<Told[]> {
  const [post] = await ctx.db
    .select({ authorId: posts.authorId, html: posts.html })
    .from(posts)
    .where(eq(posts.id, postId));
  if (!post) return [];
  const names = await named(ctx, [{ id: postId, html: post.html }]);
  const kinds = new Map(names.get(postId)?.map((id) => [id, "mention"] as const));
  return tellReaders(ctx, kinds, { actorId: post.authorId, postId, madeAt: at });
}

/** Those who may read the post now, and neither blocked nor muted whoever wrote; what they read later is asked again then. */
async function tellReaders(
  ctx: Round,
  kinds: ReadonlyMap<string, Kind>,
  it: Omit<Told, "kind" | "memberId">,
): Promise<Told[]> {
  const ids = [...kinds.keys()].filter((id) => id !== it.actorId);
  if (ids.length === 0) return [];
  const told: Told[] = [];
  for (const person of await peopleOf(ctx, ids))
    if (await mayRead(ctx, person, it))
      told.push({ ...it, memberId: person.id, kind: kinds.get(person.id) ?? "mention" });
  return told;
}

async function peopleOf({ db, known: { people } }: Round, ids: readonly string[]): Promise<Member[]> {
  const unknown = ids.filter((id) => !people.has(id));
  const rows = unknown.length > 0 ? await db.select().from(members).where(inArray(members.id, unknown)) : [];
  for (const row of rows) people.set(row.id, row);
  return ids.flatMap((id) => people.get(id) ?? []);
}

async function mayRead(ctx: Round, person: Member, { postId, commentId }: Partial<Told>): Promise<boolean> {
  const { known } = ctx;
  if (!commentId || !known.written.has(commentId)) return (await readablePosts(ctx, person, postId ?? "")).length > 0;
  const readable = known.mayRead.get(person.id) ?? readableComments(ctx, person);
  known.mayRead.set(person.id, readable);
  return (await readable).has(commentId);
}

/** What somebody may read and wants to: who wrote it, or whose post it is under, is neither blocked nor muted. */
const forEyesOf = (person: Member, now: Date) =>
  and(visibleTo(person), notBlocked(person, members.id), notMuted(person, members.id, now));

async function readableComments({ db, now, known }: Round, person: Member): Promise<ReadonlySet<string>> {
  const seen = await db
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(members, eq(members.id, sql`coalesce(${comments.authorId}, ${posts.authorId})`))
    .where(and(inArray(comments.id, [...known.written.keys()]), forEyesOf(person, now())));
  return new Set(seen.map(({ id }) => id));
}

const readablePosts = ({ db, now }: Round, person: Member, postId: string) =>
  db
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(and(eq(posts.id, postId), forEyesOf(person, now())));

/** The members named in some texts. @returns their ids, by the id of the text */
async function named({ db }: Reading, texts: readonly { id: string; html: string }[]): Promise<Map<string, string[]>> {
  const handlesIn = new Map(texts.map(({ id, html }) => [id, firstNamed(html)]));
  const handles = [...new Set([...handlesIn.values()].flat())];
  if (handles.length === 0) return new Map();
  const { id, handle } = members;
  const found = await db.select({ id, handle }).from(members).where(inArray(handle, handles));
  const idOf = new Map(found.map((it) => [it.handle, it.id]));
  return new Map([...handlesIn].map(([text, handles]) => [text, handles.flatMap((it) => idOf.get(it) ?? [])]));
}

/** Whose words were hidden, or are back. Who decided is not named: the role is read with the decision. */
async function aboutDecision(
  { db }: Reading,
  kind: "hidden" | "unhidden",
  { postId, commentId }: z.infer<typeof decision>,
  madeAt: Date,
): Promise<Told[]> {
  const [thing] = commentId
    ? await db.select({ authorId: comments.authorId }).from(comments).where(eq(comments.id, commentId))
    : await db.select({ authorId: posts.authorId }).from(posts).where(eq(posts.id, postId));
  return thing?.authorId ? [{ kind, memberId: thing.authorId, postId, commentId, madeAt }] : [];
}

/** Two reports that one person made of two things are two answers; the same answer given again tells again. */
async function aboutReport(
  { db }: Reading,
  { reportId, reporterId }: z.infer<typeof reportAnswered>,
  madeAt: Date,
): Promise<Told[]> {
  const [report] = await db
    .select({ postId: reports.postId, commentId: reports.commentId, postOfComment: comments.postId })
    .from(reports)
    .leftJoin(comments, eq(comments.id, reports.commentId))
    .where(eq(reports.id, reportId));
  if (!report) return [];
  const { commentId } = report;
  return [
    { kind: "report-answered", memberId: reporterId, postId: report.postId ?? report.postOfComment, commentId, madeAt },
  ];
}
