import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Acting } from "../../context";
import type { Face } from "./people";

/** The most mutual people who are named, and the most threads: enough to judge by. */
const named = 5;
const linked = 3;

export type Mutual = { count: number; people: Face[] };
export type SharedThread = { title: string; path: string };
export type Facts = { mutual: Mutual; threads: { count: number; shown: SharedThread[] } };

const none = (): Facts => ({ mutual: { count: 0, people: [] }, threads: { count: 0, shown: [] } });

/** What the viewer shares with each of some members: people they both know, threads they both wrote in. Two statements. */
export async function factsWith(ctx: Pick<Acting, "db" | "viewer">, ids: string[]): Promise<(id: string) => Facts> {
  if (ids.length === 0) return none;
  const [mutual, threads] = [await mutualWith(ctx, ids), await threadsWith(ctx, ids)];
  return (id) => ({ mutual: mutual.get(id) ?? none().mutual, threads: threads.get(id) ?? none().threads });
}

const mutualRow = z.object({
  withId: z.string(),
  count: z.coerce.number(),
  id: z.string(),
  name: z.string(),
  handle: z.string(),
});

/**
 * The people the viewer and each of the others are both connected with, the viewer's oldest connections first.
 * A block ends a connection, so nobody here is kept from anybody; the suspended are left out.
 */
export async function mutualWith(
  { db, viewer }: Pick<Acting, "db" | "viewer">,
  ids: string[],
): Promise<Map<string, Mutual>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute(sql`
    select ranked.with_id as "withId", ranked.count, m.id, m.name, m.handle from (
      select theirs.member_id as with_id, mine.other_id as id,
        count(*) over (partition by theirs.member_id) as count,
        row_number() over (partition by theirs.member_id order by mine.since, mine.other_id) as place
      from connections mine
      join connections theirs on theirs.other_id = mine.other_id and theirs.member_id in ${ids}
      join members here on here.id = mine.other_id and here.suspended_at is null
      where mine.member_id = ${viewer.id}
    ) ranked join members m on m.id = ranked.id
    where ranked.place <= ${named} order by ranked.with_id, ranked.place`);
  const found = new Map<string, Mutual>();
  for (const { withId, count, ...face } of z.array(mutualRow).parse(rows)) {
    const mutual = found.get(withId) ?? { count, people: [] };
    mutual.people.push(face);
    found.set(withId, mutual);
  }
  return found;
}

const threadRow = z.object({
  withId: z.string(),
  count: z.coerce.number(),
  key: z.string(),
  slug: z.string(),
  title: z.string(),
});

/**
 * The posts on which the viewer and each of the others both wrote, newest first. Only such as every member may read
 * and as nobody blocked stands above: a fact must not tell what a page would keep.
 */
export async function threadsWith({ db, viewer }: Pick<Acting, "db" | "viewer">, ids: string[]) {
  const found = new Map<string, Facts["threads"]>();
  if (ids.length === 0) return found;
  const { rows } = await db.execute(sql`
    with mine as (
      select post_id from comments where author_id = ${viewer.id} and ${isShown}
      union select id from posts where author_id = ${viewer.id}
    ), theirs as (
      select author_id as with_id, post_id from comments where author_id in ${ids} and ${isShown}
      union select author_id, id from posts where author_id in ${ids}
    )
    select ranked.* from (
      select theirs.with_id as "withId", p.key, p.slug, p.title,
        count(*) over (partition by theirs.with_id) as count,
        row_number() over (partition by theirs.with_id order by p.published_at desc, p.id) as place
      from mine join theirs on theirs.post_id = mine.post_id join posts p on p.id = mine.post_id
      where p.published_at is not null and p.hidden_at is null and p.deleted_at is null
        and p.audience in ('everyone', 'members')
        and not exists (select 1 from blocks b where (b.member_id = p.author_id and b.blocked_id = ${viewer.id})
          or (b.member_id = ${viewer.id} and b.blocked_id = p.author_id))
    ) ranked where ranked.place <= ${linked} order by 1, ranked.place`);
  for (const { withId, count, key, slug, title } of z.array(threadRow).parse(rows)) {
    const threads = found.get(withId) ?? { count, shown: [] };
    threads.shown.push({ title, path: `/p/${key}/${slug}` });
    found.set(withId, threads);
  }
  return found;
}

const isShown = sql`state = 'shown' and kind = 'comment' and hidden_at is null and deleted_at is null`;
