import { sql } from "drizzle-orm";
import type { Db } from "#/db/client";

/**
 * Makes one member a hub: so many people, each connected with them and with their ten neighbours, each with two posts
 * and six comments. Ends with the statistics the planner needs. For measuring; the words are empty on purpose.
 */
export const makeHub = (opened: Db, hubId: string, people: number): Promise<void> =>
  opened.transaction(async (db) => {
    await db.execute(sql`
    insert into members (id, handle, handle_skeleton, name, joined_at)
    select gen_random_uuid(), 'hub-' || n, 'hub' || n, 'Person ' || n, timestamptz '2025-01-01' + n * interval '1 minute'
    from generate_series(1, ${people}::int) n`);
    await db.execute(sql`
    create temporary table neighbours as
    select id, row_number() over (order by joined_at) - 1 as n from members where handle like 'hub-%'`);
    await db.execute(sql`
    with pairs as (
      select ${hubId}::uuid as a, id as b, n from neighbours
      union all
      select one.id, other.id, one.n * 10 + step from neighbours one
        cross join generate_series(1, 10) step
        join neighbours other on other.n = (one.n + step) % ${people}::int
    ), both_sides as (select a, b, n from pairs union all select b, a, n from pairs)
    insert into connections (member_id, other_id, since, how)
    select a, b, timestamptz '2025-06-01' + n * interval '1 minute', 'other' from both_sides on conflict do nothing`);
    await db.execute(sql`
    insert into posts (id, key, author_id, title, slug, source, html, excerpt, rendered_by, made_at, published_at)
    select gen_random_uuid(), 'hub' || n || 'p' || nth, id, 'A post', 'a-post', '', '', 'Words.', 1, at, at
    from neighbours cross join generate_series(1, 2) nth
      cross join lateral (select timestamptz '2025-07-01' + (n * 7 + nth) * interval '1 minute' as at) made`);
    await db.execute(sql`
    insert into comments (id, key, post_id, root_id, author_id, source, html, excerpt, rendered_by, written_at)
    select made.id, 'hub' || n || 'c' || nth, p.id, made.id, w.id, '', '', 'Words.', 1,
      timestamptz '2025-08-01' + (n * 11 + nth) * interval '1 minute'
    from neighbours w cross join generate_series(1, 6) nth
      cross join lateral (select gen_random_uuid() as id where w.n is not null and nth > 0) made
      join posts p on p.key = 'hub' || ((w.n + nth) % ${people}::int) || 'p1'`);
    await db.execute(sql`drop table neighbours`);
    await db.execute(sql`analyze`);
  });
