import type { Db } from "../client";
import { newId, newKey } from "../ids";
import { segmentOf } from "../reading-order";
import * as tables from "../schema";
import type { Member } from "../schema/members";
import { type Name, type Said, village, type Written } from "./village/index";

export type { Name } from "./village/index";

/** What the village needs from above: Markdown rendered and sanitised once, and the fold of a handle. */
export type Means = {
  render: (source: string) => Promise<{ html: string; plain: string; version: number }>;
  excerpt: (plain: string) => string;
  skeleton: (handle: string) => string;
  /** A PHC string, when the village's people shall be able to sign in. */
  secret?: string;
};

const minute = 60_000;
const day = 24 * 60 * minute;

/** A small place where everybody has a name. Development, tests, the demo and the pictures all live in it. */
export async function settle(db: Db, morning: Date, means: Means): Promise<void> {
  const ago = (days: number) => new Date(morning.getTime() - days * day);
  const people = await settlePeople(db, ago, means);
  const idOf = (name: Name) => known(people.get(name), name).id;

  await bind(db, ago, idOf);
  const said = new Map<string, string>();
  const posted = new Map<string, string>();
  for (const written of village.posts) {
    const postId = await publish(db, written, { ago, idOf, means, morning });
    posted.set(written.slug, postId);
    const rows = await threadOf(written, { postId, start: ago(written.days ?? 0), idOf, means, said, morning });
    if (rows.length > 0) await db.insert(tables.comments).values(rows);
    await logHidings(db, rows, written, idOf);
  }
  await report(db, ago, idOf, said);
  await feel(db, ago, idOf, { posted, said });
}

async function settlePeople(db: Db, ago: (days: number) => Date, { skeleton, secret }: Means) {
  const rows = village.people.map((person) => ({
    id: newId(),
    name: person.name,
    handle: person.handle,
    handleSkeleton: skeleton(person.handle),
    bio: "bio" in person ? person.bio : "",
    site: "site" in person ? person.site : null,
    mail: `${person.handle}@village.example`,
    mailVerifiedAt: ago(person.joined),
    role: "role" in person ? person.role : ("member" as const),
    joinedAt: ago(person.joined),
    suspendedAt: "suspended" in person ? ago(2) : null,
    suspendedBecause: "suspended" in person ? "Sold the same course in eleven threads." : null,
  }));
  const settled = await db.insert(tables.members).values(rows).returning();
  if (secret) {
    await db.insert(tables.identities).values(
      settled.map(({ id, joinedAt }) => ({
        memberId: id,
        kind: "password" as const,
        provider: "kith",
        subject: id,
        secret,
        madeAt: joinedAt,
      })),
    );
  }
  return new Map<string, Member>(settled.map((member) => [member.name, member]));
}

async function bind(db: Db, ago: (days: number) => Date, idOf: (name: Name) => string) {
  const bonds = village.bonds.map(({ between: [a, b], days, how, note }) => ({
    id: newId(),
    a: idOf(a),
    b: idOf(b),
    days,
    how,
    note,
  }));
  await db.insert(tables.connectionRequests).values([
    ...bonds.map(({ id, a, b, days, how, note }) => ({
      id,
      fromId: a,
      toId: b,
      how,
      note,
      sentAt: ago(days + 1),
      answer: "accepted" as const,
      answeredAt: ago(days),
    })),
    ...village.asked.map(({ from, to, days, how, note, answer }) => ({
      fromId: idOf(from),
      toId: idOf(to),
      how,
      note,
      sentAt: ago(days),
      answer: answer ?? null,
      answeredAt: answer ? ago(days / 2) : null,
    })),
  ]);
  await db.insert(tables.connections).values(
    bonds.flatMap(({ id, a, b, days, how }) => [
      { memberId: a, otherId: b, since: ago(days), how, requestId: id },
      { memberId: b, otherId: a, since: ago(days), how, requestId: id },
    ]),
  );
  await db.insert(tables.blocks).values(
    village.blocks.map(({ by, blocks, days }) => ({
      memberId: idOf(by),
      blockedId: idOf(blocks),
      madeAt: ago(days),
    })),
  );
}

type Place = { ago: (days: number) => Date; idOf: (name: Name) => string; means: Means; morning: Date };

async function publish(db: Db, written: Written, { ago, idOf, means, morning }: Place): Promise<string> {
  const { html, plain, version } = await means.render(written.body);
  const publishedAt = written.days === undefined ? null : ago(written.days);
  const id = newId();
  await db.insert(tables.posts).values({
    id,
    authorId: idOf(written.by),
    title: written.title,
    slug: written.slug,
    source: written.body,
    html,
    excerpt: means.excerpt(plain),
    renderedBy: version,
    audience: written.audience ?? "everyone",
    comments: written.comments ?? "open",
    madeAt: publishedAt ?? morning,
    publishedAt,
  });
  for (const name of written.tags) {
    const slug = name.toLowerCase().replaceAll(" ", "-");
    const [tag] = await db
      .insert(tables.tags)
      .values({ slug, name })
      .onConflictDoUpdate({ target: tables.tags.slug, set: { name } })
      .returning({ id: tables.tags.id });
    await db.insert(tables.postTags).values({ postId: id, tagId: known(tag, name).id });
  }
  return id;
}

type CommentRow = typeof tables.comments.$inferInsert & { id: string; key: string; writtenAt: Date };
type Thread = {
  postId: string;
  start: Date;
  idOf: (name: Name) => string;
  means: Means;
  said: Map<string, string>;
  morning: Date;
};

/** Every comment of a post as a row, with its place in reading order. */
async function threadOf({ thread }: Written, { postId, start, idOf, means, said }: Thread): Promise<CommentRow[]> {
  const rows: CommentRow[] = [];
  const say = async (words: readonly Said[], above: CommentRow | null, from: Date) => {
    const inOrder = [...words].sort((a, b) => a.after - b.after);
    if (above) above.repliesGiven = inOrder.length;
    for (const [index, it] of inOrder.entries()) {
      const id = newId();
      if (it.id) said.set(it.id, id);
      const { html, plain, version } = await means.render(it.says);
      const writtenAt = new Date(from.getTime() + it.after * minute);
      const row: CommentRow = {
        id,
        key: newKey(),
        postId,
        parentId: above?.id ?? null,
        rootId: above?.rootId ?? id,
        path: above ? (above.path ?? "") + segmentOf(index + 1) : "",
        depth: above ? (above.depth ?? 0) + 1 : 0,
        authorId: idOf(it.by),
        source: it.says,
        html,
        excerpt: means.excerpt(plain),
        renderedBy: version,
        writtenAt,
        editedAt: it.edited ? new Date(writtenAt.getTime() + it.edited * minute) : null,
        hiddenAt: it.hidden ? new Date(writtenAt.getTime() + 30 * minute) : null,
        hiddenRule: it.hidden?.rule ?? null,
        deletedAt: it.deleted ? new Date(writtenAt.getTime() + 60 * minute) : null,
      };
      rows.push(row);
      await say(it.replies ?? [], row, writtenAt);
    }
  };
  await say(thread, null, start);
  return rows;
}

async function logHidings(db: Db, rows: readonly CommentRow[], { thread }: Written, idOf: (name: Name) => string) {
  const hidden = flatten(thread).filter((it) => it.hidden);
  for (const it of hidden) {
    const row = rows.find(({ source, hiddenAt }) => source === it.says && hiddenAt);
    if (!row?.hiddenAt || !it.hidden) continue;
    const { by, rule, reason } = it.hidden;
    await db
      .insert(tables.moderationLog)
      .values({ byId: idOf(by), act: "hide", commentId: row.id, postId: row.postId, rule, reason, at: row.hiddenAt });
  }
}

const flatten = (thread: readonly Said[]): Said[] => thread.flatMap((it) => [it, ...flatten(it.replies ?? [])]);

async function report(db: Db, ago: (days: number) => Date, idOf: (name: Name) => string, said: Map<string, string>) {
  await db.insert(tables.reports).values(
    village.reports.map(({ by, comment, reason, words, days }) => ({
      reporterId: idOf(by),
      commentId: known(said.get(comment), comment),
      reason,
      words,
      madeAt: ago(days),
    })),
  );
}

type Things = { posted: Map<string, string>; said: Map<string, string> };

async function feel(db: Db, ago: (days: number) => Date, idOf: (name: Name) => string, { posted, said }: Things) {
  await db.insert(tables.reactions).values(
    village.reactions.map(({ by, kind, days, post, comment }) => ({
      memberId: idOf(by),
      ...(comment
        ? { commentId: known(said.get(comment), comment) }
        : { postId: known(posted.get(post ?? ""), post ?? "") }),
      kind,
      at: ago(days),
    })),
  );
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`Nobody and nothing called ${name} lives here`);
  return thing;
}
