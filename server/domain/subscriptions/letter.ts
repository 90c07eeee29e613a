import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { comments } from "#/db/schema/comments";
import { type Member, members } from "#/db/schema/members";
import { type Post, posts } from "#/db/schema/posts";
import { threadNews, wishes } from "#/db/schema/subscriptions";
import { permalinkOf } from "../comments/address";
import type { Reading } from "../context";
import type { Compose, Composed } from "../mails/commands";
import { addressOf as siteAddress, compose } from "../mails/compose";
import { excerptOf, plainOf } from "../../platform/text";
import { addressOf } from "../posts/address";
import { settingsOf } from "../settings/queries";
import { letterToken } from "./letter-link";
import { hears, standingsAt } from "./levels";
import { toTell } from "./visible";

/** Comments whose words stand in one letter, and characters of each; the rest is counted. */
const most = { comments: 20, characters: 1_500 } as const;
/** News a letter looks through. */
const lookedAt = 200;

type About = { memberId: string; postId: string };
type Thread = Pick<Post, "id" | "key" | "slug" | "title">;

const parents = alias(comments, "parents");

/**
 * The letter about a thread as it may be sent at this moment: with what the member may read now and still wants to hear
 * of. Null where nothing of that is left, or no letter may reach them any more.
 */
export async function composeLetter(ctx: Reading, { memberId, postId }: About): Promise<Composed | null> {
  const member = await recipient(ctx, memberId);
  const said = member ? await wanted(ctx, member, await newsFor(ctx, member, postId)) : [];
  const [first] = said;
  if (!member?.mail || !first) {
    await forget(ctx, { memberId, postId });
    return null;
  }
  const site = (await settingsOf(ctx))["site.title"];
  const told = said.map(({ id }) => id);
  return {
    to: member.mail,
    subject: `“${first.post.title || "A post"}”: ${newsWords(said.length)}`,
    ...words(site, first.post, said, letterToken(memberId, postId)),
    headers: headersOf(first.post, site, letterToken(memberId, postId)),
    // What came while it was on its way is for the next letter.
    after: async () => forget(ctx, { memberId, postId }, told),
  };
}

const aboutThread = z.object({ memberId: z.uuid(), postId: z.uuid() });

/** The same for a mail that says by itself what it is about. */
export const composeAbout =
  (ctx: Reading): Compose =>
  (about) =>
    composeLetter(ctx, aboutThread.parse(about));

const newsWords = (many: number) => (many === 1 ? "a new comment" : `${many} new comments`);

async function recipient({ db }: Reading, memberId: string): Promise<Member | null> {
  const [found] = await db
    .select({ member: members })
    .from(members)
    .leftJoin(wishes, eq(wishes.memberId, members.id))
    .where(
      and(eq(members.id, memberId), isNull(members.suspendedAt), or(isNull(wishes.byMail), eq(wishes.byMail, true))),
    );
  return found?.member.mailVerifiedAt ? found.member : null;
}

function newsFor({ db, now }: Reading, member: Member, postId: string) {
  return db
    .select({
      id: comments.id,
      key: comments.key,
      html: comments.html,
      guestName: comments.guestName,
      name: members.name,
      parentId: comments.parentId,
      parentAuthorId: parents.authorId,
      post: { id: posts.id, key: posts.key, slug: posts.slug, title: posts.title, authorId: posts.authorId },
    })
    .from(threadNews)
    .innerJoin(comments, eq(comments.id, threadNews.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .leftJoin(parents, eq(parents.id, comments.parentId))
    .where(and(eq(threadNews.memberId, member.id), eq(threadNews.postId, postId), toTell(member, now())))
    .orderBy(asc(comments.writtenAt), asc(comments.id))
    .limit(lookedAt);
}

type Said = Awaited<ReturnType<typeof newsFor>>[number];

/** What they still want to hear of, by what they have chosen by now. */
async function wanted(ctx: Reading, member: Member, said: Said[]): Promise<Said[]> {
  const kept: Said[] = [];
  for (const it of said) {
    const standing = (await standingsAt(ctx, it.id, [member.id])).get(member.id);
    const isAnswer = (it.parentId ? it.parentAuthorId : it.post.authorId) === member.id;
    const isNamed = it.html.includes(`href="/m/${member.handle}"`);
    if (hears(standing, isAnswer || isNamed)) kept.push(it);
  }
  return kept;
}

async function forget({ db }: Reading, { memberId, postId }: About, only?: string[]): Promise<void> {
  const these = only ? inArray(threadNews.commentId, only) : undefined;
  await db.delete(threadNews).where(and(eq(threadNews.memberId, memberId), eq(threadNews.postId, postId), these));
}

function words(site: string, post: Thread, said: readonly Said[], token: string) {
  const shown = said.slice(0, most.comments);
  const more = said.length - shown.length;
  return compose(site, {
    paragraphs: [`New under “${post.title || "a post"}”:`],
    quotes: shown.map(({ key, html, name, guestName }) => ({
      head: name ?? guestName ?? "Somebody",
      words: excerptOf(plainOf(html), most.characters),
      path: permalinkOf(post, key),
    })),
    ...(more > 0 && { after: `And ${more} more.` }),
    act: { label: "Read the conversation", path: `${addressOf(post)}#comments` },
    foot: "You get this because you wrote or follow this conversation there.",
    links: [
      { label: "No more of this conversation", path: `/unsubscribe/${token}` },
      { label: "Choose what comes by mail", path: "/settings/conversations" },
    ],
  });
}

/**
 * One click in the mail program ends it (RFC 8058), it can be sorted by its thread (RFC 2919), and all letters about a
 * thread hang below one message that was never sent (RFC 5322, 3.6.4).
 */
function headersOf({ key }: Thread, site: string, token: string): Record<string, string> {
  const host = new URL(siteAddress("/")).hostname;
  const root = `<thread-${key}@${host}>`;
  return {
    "List-Unsubscribe": `<${siteAddress(`/unsubscribe/${token}`)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": `${site.replaceAll(/[^\p{L}\p{N} ]/gu, "")} <${key}.threads.${host}>`,
    "In-Reply-To": root,
    References: root,
  };
}
