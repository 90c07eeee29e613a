import { type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { type Level, subscriptions, wishes } from "#/db/schema/subscriptions";
import type { Reading } from "../context";

/** What a member is told of; `none` where they never had to do with the thread. */
export type Standing = Level | "none";

/** What holds for members who chose nothing and said no wishes. */
export const standard = { ownPosts: "everything", whereIWrite: "replies", byMail: true } as const;

const wroteHere = (member: SQL) =>
  sql`select 1 from ${comments} x where x.post_id = it.post_id and x.author_id = ${member} and x.state = 'shown' and x.deleted_at is null`;

/**
 * Who is to be told what, at the place of one comment: what they chose for the nearest branch it stands in, else for the
 * thread, else what they wish under their own posts and where they write. Everybody who may be told of everything is in
 * it, and those who were asked for.
 */
export async function standingsAt(
  { db }: Pick<Reading, "db">,
  commentId: string,
  asked: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await db.execute<{ id: string; level: Standing }>(sql`
    with it as (
      select c.post_id, c.root_id, c.path, p.author_id
      from ${comments} c join ${posts} p on p.id = c.post_id where c.id = ${commentId}
    ), line as (
      select c.id, c.depth from ${comments} c, it where c.root_id = it.root_id and starts_with(it.path, c.path)
    ), chosen as (
      select distinct on (s.member_id) s.member_id, s.level
      from ${subscriptions} s join it on s.post_id = it.post_id left join line on line.id = s.comment_id
      where s.comment_id is null or line.id is not null
      order by s.member_id, line.depth desc nulls last
    ), whoever (id) as (
      select author_id from it union select unnest(${sql.param([...asked])}::uuid[]) union select member_id from chosen
      union select w.member_id from it, ${wishes} w
        where w.where_i_write = 'everything' and exists (${wroteHere(sql`w.member_id`)})
    )
    select m.id, coalesce(chosen.level,
      case when m.id = it.author_id then coalesce(w.own_posts, ${standard.ownPosts})
        when exists (${wroteHere(sql`m.id`)}) then coalesce(w.where_i_write, ${standard.whereIWrite}) else 'none' end) as level
    from it cross join whoever join ${members} m on m.id = whoever.id
      left join chosen on chosen.member_id = m.id left join ${wishes} w on w.member_id = m.id
    where m.suspended_at is null`);
  return new Map(rows.map(({ id, level }) => [id, level]));
}

/** Whether a member hears of a comment: all of it, or only what is said to them. */
export const hears = (standing: Standing | undefined, isToThem: boolean): boolean =>
  standing === "everything" || (standing === "replies" && isToThem);
