import type { Pool } from "pg";

/** Counts the statements a pool sends while some work is done: every query that grows has a test that holds the number. */
export async function countingStatements<Answer>(pool: Pool, work: () => Promise<Answer>) {
  const query = pool.query.bind(pool);
  let statements = 0;
  const counting = (...asked: Parameters<typeof query>) => {
    statements += 1;
    return query(...asked);
  };
  pool.query = counting as typeof pool.query;
  try {
    return { answer: await work(), statements };
  } finally {
    pool.query = query as typeof pool.query;
  }
}
