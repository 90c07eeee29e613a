import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { channel, newsOf } from "#/db/channel";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts, postTags, tags } from "#/db/schema/posts";
import { hubTopics } from "#/db/schema/syndication";
import type { Reading } from "../../context";
import { wordsVisibleTo } from "../../comments/policy";
import { isPublic } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { type CommentThere, changedBy, type News, type PostThere } from "./topics";

type Fact = { type: string; fact: Record<string, unknown> };

/** The languages of a feed, as its paths end. */
const languages = ["atom", "json", "rss"];

/** Milliseconds between two tellings of one feed: what comes meanwhile is told together. */
export const quiet = 5_000;

const id = z.uuid();
const told = z.object({
  postId: id,
  commentId: id.nullable().default(null),
  wasPublic: z
    .object({ tagIds: z.array(id) })
    .nullable()
    .default(null),
});

const lostBy = new Map<string, News["lost"]>([
  ["post.published", null],
  ["post.changed", null],
  ["post.deleted", "deletedAt"],
  ["comment.written", null],
  ["comment.changed", null],
  ["comment.continued", null],
  ["comment.deleted", "deletedAt"],
  ["thing.hidden", "hiddenAt"],
  ["thing.unhidden", null],
]);

/**
 * Notes which public feeds the hub is to be told of, one row for each however much happened in it. In the transaction
 * that carries the facts; nothing where the site has no hub.
 */
export async function noteForHub(ctx: Reading, facts: readonly Fact[]): Promise<void> {
  const hub = (await settingsOf(ctx))["feeds.hub"];
  if (hub === "") return;
  const feeds = await changedFeeds(ctx, facts.flatMap(newsIn));
  if (feeds.length === 0) return;
  const at = ctx.now();
  const row = { hub, changedAt: at, tellAt: at };
  // In order: two who note at once wait for each other, and never both.
  const paths = feeds.flatMap((feed) => languages.map((language) => `${feed}.${language}`)).sort();
  const waits = sql`(${hubTopics.hub} = ${hub} and ${hubTopics.tellAt} is not null)`;
  const isSame = sql`${hubTopics.hub} = ${hub}`;
  const soonest = sql`greatest(${at}::timestamptz, ${hubTopics.toldAt} + ${quiet} * interval '1 millisecond')`;
  await ctx.db
    .insert(hubTopics)
    .values(paths.map((path) => ({ path, ...row })))
    .onConflictDoUpdate({
      target: hubTopics.path,
      set: {
        hub,
        changedAt: at,
        changes: sql`${hubTopics.changes} + 1`,
        tellAt: sql`case when ${waits} then ${hubTopics.tellAt} when ${isSame} then ${soonest} else ${at}::timestamptz end`,
        tries: sql`case when ${waits} then ${hubTopics.tries} else 0 end`,
        toldAt: sql`case when ${isSame} then ${hubTopics.toldAt} end`,
        failedAt: sql`case when ${isSame} then ${hubTopics.failedAt} end`,
        failure: sql`case when ${isSame} then ${hubTopics.failure} end`,
        status: sql`case when ${isSame} then ${hubTopics.status} end`,
      },
    });
  await ctx.db.execute(sql`select pg_notify(${channel}, ${newsOf("hub")})`);
}

/** Who listens for the hub; nobody where the site has none, which is known without asking the database each time. */
export const hubListener = async (ctx: Reading): Promise<typeof noteForHub | undefined> =>
  (await settingsOf(ctx))["feeds.hub"] === "" ? undefined : noteForHub;

function newsIn({ type, fact }: Fact): News[] {
  const lost = lostBy.get(type);
  if (lost === undefined) return [];
  const read = told.safeParse(fact);
  return read.success ? [{ ...read.data, lost }] : [];
}

/** Those that exist for everybody, by their paths without a language. */
async function changedFeeds(ctx: Reading, news: readonly News[]): Promise<string[]> {
  if (news.length === 0) return [];
  const [there, said] = [await postsThere(ctx, news), await commentsThere(ctx, news)];
  const changed = news.flatMap((it) => {
    const post = there.get(it.postId);
    return post ? [changedBy(it, post, said.get(it.commentId ?? "") ?? null)] : [];
  });
  const subjects = await publicSubjects(ctx, new Set(changed.flatMap(({ tagIds }) => tagIds)));
  return [...new Set([...changed.flatMap(({ feeds }) => feeds), ...subjects])];
}

async function postsThere({ db }: Reading, news: readonly News[]): Promise<Map<string, PostThere>> {
  const rows = await db
    .select({
      id: posts.id,
      key: posts.key,
      kind: posts.kind,
      handle: members.handle,
      authorId: posts.authorId,
      audience: posts.audience,
      comments: posts.comments,
      publishedAt: posts.publishedAt,
      hiddenAt: posts.hiddenAt,
      deletedAt: posts.deletedAt,
      tagIds: sql<string[]>`array(select ${postTags.tagId} from ${postTags} where ${postTags.postId} = ${posts.id})`,
      answered: sql<boolean>`exists (select 1 from ${comments}
        where ${comments.postId} = ${posts.id} and ${comments.kind} = 'comment' and ${wordsVisibleTo(null)})`,
    })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(inArray(posts.id, [...new Set(news.map(({ postId }) => postId))]));
  return new Map(rows.map(({ id, ...post }) => [id, post]));
}

async function commentsThere({ db }: Reading, news: readonly News[]): Promise<Map<string, CommentThere>> {
  const ids = [...new Set(news.flatMap(({ commentId }) => (commentId === null ? [] : [commentId])))];
  if (ids.length === 0) return new Map();
  const { id, authorId, state, kind, hiddenAt, deletedAt } = comments;
  const rows = await db
    .select({ id, authorId, state, kind, hiddenAt, deletedAt })
    .from(comments)
    .where(inArray(comments.id, ids));
  return new Map(rows.map(({ id, ...comment }) => [id, comment]));
}

/** The feeds of subjects that anybody can see here: one that only a few know by name is nobody else's to hear of. */
async function publicSubjects({ db }: Reading, ids: ReadonlySet<string>): Promise<string[]> {
  if (ids.size === 0) return [];
  const rows = await db
    .selectDistinct({ slug: tags.slug })
    .from(tags)
    .innerJoin(postTags, eq(postTags.tagId, tags.id))
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .where(and(inArray(tags.id, [...ids]), isPublic));
  return rows.map(({ slug }) => `/t/${encodeURIComponent(slug)}/posts`);
}
