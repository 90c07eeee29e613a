import { and, arrayContains, eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { articles } from "#/db/schema/articles";
import { comments } from "#/db/schema/comments";
import { connections } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { posts, postTags, tagAliases, tags } from "#/db/schema/posts";
import { searchWords as w } from "#/db/schema/search";
import { slugOf } from "#/server/platform/text";
import { visibleTo as memberVisibleTo } from "../members/policy";
import type { Reading } from "../context";
import type { Wish } from "./box";
import { fail } from "./errors";

/** What the filters of a wish leave, over `search_words` alone. Null where they leave nothing. */
export async function within(ctx: Reading, wish: Wish): Promise<SQL | null> {
  const { viewer } = ctx;
  if (!viewer && (wish.network || wish.mine)) return fail("search-needs-a-member");
  const authorId = wish.mine ? (viewer?.id ?? null) : wish.from ? await memberCalled(ctx, wish.from) : null;
  if (wish.from && !authorId) return null;
  return (
    and(
      authorId ? eq(w.authorId, authorId) : undefined,
      wish.mine && wish.from ? sql`${w.authorId} = ${await memberCalled(ctx, wish.from)}` : undefined,
      wish.network && viewer ? sql`${w.authorId} in ${networkOf(viewer.id)}` : undefined,
      wish.tag ? sql`${w.postId} in ${postsAbout(wish.tag)}` : undefined,
      wish.answers ? sql`${w.id} in ${answersTo(wish.answers)}` : undefined,
      wish.after ? gte(w.at, wish.after) : undefined,
      wish.before ? lt(w.at, wish.before) : undefined,
      wish.within === "posts" ? isNull(w.commentId) : undefined,
      wish.within === "comments" ? isNotNull(w.commentId) : undefined,
    ) ?? sql`true`
  );
}

/** Whether the filters leave so little that the words alone need not narrow it. */
export const isNarrowed = ({ from, mine, tag, answers }: Wish): boolean => Boolean(from || mine || tag || answers);

/** Whether what the filters leave stands apart from one another among everything that was written. */
export const isStrewn = (wish: Wish): boolean => isNarrowed(wish) || wish.network || wish.within === "posts";

/** A handle, with or without the sign before it. Who blocked the viewer is nobody, as anywhere. */
async function memberCalled({ db, viewer }: Reading, handle: string): Promise<string | null> {
  const name = handle.replace(/^@/, "").toLowerCase();
  const [found] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.handle, name), memberVisibleTo(viewer)));
  return found?.id ?? null;
}

const networkOf = (id: string): SQL =>
  sql`(select ${connections.otherId} from ${connections} where ${connections.memberId} = ${id})`;

/** A subject by its name of today, or one it had before. */
const postsAbout = (tag: string): SQL =>
  sql`(select ${postTags.postId} from ${postTags} join ${tags} on ${tags.id} = ${postTags.tagId}
    where ${tags.slug} = ${slugOf(tag)}
      or ${tags.id} in (select ${tagAliases.tagId} from ${tagAliases} where ${tagAliases.slug} = ${slugOf(tag)}))`;

/** Posts that answer an article or link it, and comments that link it. */
const answersTo = (url: string): SQL =>
  sql`(select ${posts.id} from ${posts} join ${articles} on ${articles.id} = ${posts.articleId} where ${articles.url} = ${url}
    union all select ${posts.id} from ${posts} where ${arrayContains(posts.links, [url])} and ${posts.links} <> '{}'
    union all select ${comments.id} from ${comments} where ${arrayContains(comments.links, [url])} and ${comments.links} <> '{}')`;
