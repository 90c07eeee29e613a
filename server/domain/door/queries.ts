import { and, desc, eq, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { permalinkOf } from "../comments/address";
import type { Acting } from "../context";
import { latestOf } from "../sites/queries";
import { cameToMe, isUnanswered } from "./waiting";

/** So many people stand at the door at once; who is answered makes room. */
const most = 10;

/**
 * Who wrote on the viewer's posts in the last 90 days and had nothing back yet: each person once, by the last of their
 * words, with what they wrote last themselves. Newest first.
 */
export async function cameToYou(ctx: Acting) {
  const nth = sql<number>`row_number() over (partition by ${comments.authorId} order by ${comments.writtenAt} desc, ${comments.id} desc)`;
  const said = ctx.db
    .select({
      id: comments.id,
      key: comments.key,
      excerpt: comments.excerpt,
      writtenAt: comments.writtenAt,
      authorId: comments.authorId,
      postKey: sql<string>`${posts.key}`.as("post_key"),
      slug: posts.slug,
      title: posts.title,
      nth: nth.as("nth"),
      many: sql<number>`(count(*) over (partition by ${comments.authorId}))::int`.as("many"),
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(cameToMe(ctx), isUnanswered(ctx)))
    .as("said");
  const rows = await ctx.db
    .select({ said: said._.selectedFields, name: members.name, handle: members.handle, id: members.id })
    .from(said)
    .innerJoin(members, eq(members.id, said.authorId))
    .where(eq(said.nth, 1))
    .orderBy(desc(said.writtenAt))
    .limit(most + 1);
  const people = [];
  for (const { said, ...who } of rows.slice(0, most)) {
    const { key, excerpt, writtenAt, many, title, postKey, slug } = said;
    const [latest = null] = await latestOf(ctx, who.id);
    people.push({
      who: { name: who.name, handle: who.handle },
      words: { key, excerpt, writtenAt, title, href: permalinkOf({ key: postKey, slug }, key) },
      /** How many of their words had nothing back. */
      many,
      latest,
    });
  }
  return { people, more: rows.length > most };
}
