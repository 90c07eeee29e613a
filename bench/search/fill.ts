import type { Pool, PoolClient } from "pg";
import { vocabulary, word } from "./words";

/** Who wrote it all: ten thousand people, of whom a few write most, and one with a network and many blocks. */
const authors = 10_000;
export const people = { hub: "the-hub", lone: "person-7000", author: (nth: number) => `person-${1 + (nth % 200)}` };

const perPost = 200;
const atOnce = 10_000;

/**
 * Fills an empty database with so many comments of eight years under posts of every audience: 5 to 150 words each, drawn
 * as a language's are (the nth word once for every n of the first), some hidden, held or deleted, all by a fixed seed.
 * The words reach search by the triggers that any comment passes.
 * One that was broken off goes on.
 * @returns false where all was there before
 */
export async function fill(pool: Pool, many: number): Promise<boolean> {
  const db = await pool.connect();
  try {
    // The pool's patience is for questions, not for this.
    await db.query("set statement_timeout = 0");
    const { rows } = await db.query<{ there: string }>("select count(*) as there from comments");
    const there = Number(rows[0]?.there);
    if (there >= many) return false;
    await db.query(`select setseed(${(there % 1000) / 1000})`);
    if (there === 0) await fillPlace(db, many);
    for (let from = there; from < many; from += atOnce) {
      await fillComments(db, from, Math.min(from + atOnce, many), many);
      if (from % 100_000 === 0) console.info(`${from} of ${many} comments`);
    }
    // One index built at the end is quicker than a million entries one by one; it is the migration's own.
    await db.query("set maintenance_work_mem = '512MB'");
    await db.query("create index if not exists search_by_words on search_words using gin (words)");
    await db.query("vacuum analyze");
    return true;
  } finally {
    db.release(true);
  }
}

async function fillPlace(db: PoolClient, many: number) {
  await db.query("create table if not exists bench_words (nth int primary key, word text not null)");
  const all = Array.from({ length: vocabulary }, (_, nth) => word(nth));
  await db.query("insert into bench_words select n - 1, w from unnest($1::text[]) with ordinality t(w, n)", [all]);
  await fillPeople(db);
  await fillPosts(db, Math.ceil(many / perPost));
  await db.query("drop index search_by_words");
}

async function fillPeople(db: PoolClient) {
  await db.query(
    `insert into members (id, handle, handle_skeleton, name, joined_at)
    select gen_random_uuid(), handle, replace(handle, '-', ''), initcap(handle), timestamptz '2018-01-01'
    from (select 'person-' || n as handle from generate_series(1, $1::int) n union all select $2) h`,
    [authors, people.hub],
  );
  await db.query(
    `with hub as (select id from members where handle = $1), others as (
      select id, row_number() over (order by handle) as n from members where handle <> $1
    ), pairs as (select hub.id as a, others.id as b from hub, others where n <= 5000),
    both_sides as (select a, b from pairs union all select b, a from pairs),
    bound as (insert into connections (member_id, other_id, since, how) select a, b, now(), 'other' from both_sides)
    insert into blocks (member_id, blocked_id, made_at) select hub.id, others.id, now() from hub, others where n > 9000`,
    [people.hub],
  );
}

async function fillPosts(db: PoolClient, many: number) {
  await db.query(
    `insert into posts (id, key, author_id, title, slug, source, html, excerpt, rendered_by, made_at, published_at, audience)
    select gen_random_uuid(), 'p' || lpad(n::text, 9, '0'), w.id, 'Post ' || n, 'post', '', '<p>A post.</p>', 'A post.', 1,
      at, at, (array['everyone','everyone','everyone','everyone','everyone','everyone','members','members','connections','me'])[1 + n % 10]
    from generate_series(1, $1::int) n
      cross join lateral (select timestamptz '2018-01-01' + (n / $1::float) * interval '8 years' as at) made
      join members w on w.handle = 'person-' || (1 + (n * 7919) % $2::int)`,
    [many, authors],
  );
}

/** Comments of one stretch of time, in the order they were written. */
async function fillComments(db: PoolClient, from: number, to: number, many: number) {
  await db.query(
    `with drawn as materialized (
      select n, 1 + floor(${authors} * power(random(), 3))::int as who, 5 + floor(145 * power(random(), 3))::int as length
      from generate_series($1::int, $2::int - 1) n
    ), said as materialized (
      select n, who, '<p>' || string_agg(w.word, ' ') ||
        case when n between $3::int * 0.1 and $3::int * 0.2 and n % 3 = 0 then ' zeppelin' else '' end || '</p>' as html
      from drawn cross join lateral generate_series(1, length) place
        cross join lateral (select floor(exp(random() * ln(${vocabulary})))::int - 1 as pick where place > 0) drawn_word
        join bench_words w on w.nth = drawn_word.pick
      group by n, who
    )
    insert into comments (id, key, post_id, root_id, author_id, source, html, excerpt, rendered_by, written_at, state, hidden_at, deleted_at)
    select made.id, 'c' || lpad(n::text, 9, '0'), p.id, made.id, m.id, '', said.html, left(said.html, 300), 1, at,
      case when n % 97 = 0 then 'held' when n % 89 = 0 then 'spam' else 'shown' end,
      case when n % 101 = 0 then at end, case when n % 103 = 0 then at end
    from said
      cross join lateral (select gen_random_uuid() as id, timestamptz '2018-01-01' + (n / $3::float) * interval '8 years' as at
        where n >= 0) made
      join posts p on p.key = 'p' || lpad((1 + n / ${perPost})::text, 9, '0')
      join members m on m.handle = 'person-' || who
    order by n`,
    [from, to, many],
  );
}
