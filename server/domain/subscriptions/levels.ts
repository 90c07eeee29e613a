import { type SQL, sql } from "drizzle-orm";
import { builtRaw, ph } from "#/db/built";
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

/** A comment, and members whose standing there is asked for. */
export type Place = { commentId: string; asked: readonly string[] };

/**
 * Who is to be told what, at the places of some comments: what they chose for the nearest branch it stands in, else for
 * the thread, else what they wish under their own posts and where they write. Everybody who may be told of everything is
 * in it, and those who were asked for.
 * @returns standings by member, by comment
 */
export async function standingsIn(
  { db }: Pick<Reading, "db">,
  places: readonly Place[],
): Promise<Map<string, Map<string, Standing>>> {
  const found = new Map(places.map(({ commentId }) => [commentId, new Map<string, Standing>()]));
  if (places.length === 0) return found;
  const asked = places.flatMap(({ commentId, asked }) => asked.map((id) => ({ commentId, id })));
  const { rows } = await findStandings(db, {
    comments: places.map(({ commentId }) => commentId),
    askedAt: asked.map(({ commentId }) => commentId),
    asked: asked.map(({ id }) => id),
  });
  for (const { at, id, level } of rows) found.get(at)?.set(id, level);
  return found;
}

const findStandings = builtRaw<{ at: string; id: string; level: Standing }>(
  () => sql`
    with it as (
      select c.id, c.post_id, c.root_id, c.path, p.author_id
      from ${comments} c join ${posts} p on p.id = c.post_id where c.id = any(${ph("comments")}::uuid[])
    ), line as (
      select it.id as at, c.id, c.depth
      from it join ${comments} c on c.root_id = it.root_id and starts_with(it.path, c.path)
    ), chosen as (
      select distinct on (it.id, s.member_id) it.id as at, s.member_id, s.level
      from it join ${subscriptions} s on s.post_id = it.post_id left join line on line.at = it.id and line.id = s.comment_id
      where s.comment_id is null or line.id is not null
      order by it.id, s.member_id, line.depth desc nulls last
    ), whoever (at, id) as (
      select id, author_id from it
      union select * from unnest(${ph("askedAt")}::uuid[], ${ph("asked")}::uuid[])
      union select at, member_id from chosen
      union select it.id, w.member_id from it, ${wishes} w
        where w.where_i_write = 'everything' and exists (${wroteHere(sql`w.member_id`)})
    )
    select it.id as at, m.id, coalesce(chosen.level,
      case when m.id = it.author_id then coalesce(w.own_posts, ${sql.raw(`'${standard.ownPosts}'`)})
        when exists (${wroteHere(sql`m.id`)}) then coalesce(w.where_i_write, ${sql.raw(`'${standard.whereIWrite}'`)})
        else 'none' end) as level
    from whoever join it on it.id = whoever.at join ${members} m on m.id = whoever.id
      left join chosen on chosen.at = it.id and chosen.member_id = m.id left join ${wishes} w on w.member_id = m.id
    where m.suspended_at is null`,
);

/** The same for one comment. @param asked members whose standing is asked for */
export async function standingsAt(
  ctx: Pick<Reading, "db">,
  commentId: string,
  asked: readonly string[],
): Promise<Map<string, Standing>> {
  return (await standingsIn(ctx, [{ commentId, asked }])).get(commentId) ?? new Map();
}

/** Whether a member hears of a comment: all of it, or only what is said to them. */
export const hears = (standing: Standing | undefined, isToThem: boolean): boolean =>
  standing === "everything" || (standing === "replies" && isToThem);
