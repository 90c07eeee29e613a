import { and, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { imports } from "#/db/schema/imports";
import { members } from "#/db/schema/members";
import type { Acting, Reading } from "../context";
import { decodeCursor, type page, paged } from "../cursor";
import { addressByLegacyPath } from "../posts/queries";
import { askedFor } from "./bring/addresses";
import { fail } from "./errors";
import { can } from "./policy";
import { accountFrom, inWords } from "./runs/account";

/** Every import there was, newest first, each with its account in words or how far it is. */
export async function pastImports({ db, viewer }: Acting, { cursor, limit }: z.infer<typeof page>) {
  const answer = can(viewer, "import", null);
  if (!answer.ok) return fail(answer.because);
  const place = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select({ run: imports, by: members.name })
    .from(imports)
    .leftJoin(members, eq(members.id, imports.byId))
    .where(and(place ? sql`(${imports.startedAt}, ${imports.id}) < (${place.at}, ${place.id})` : undefined))
    .orderBy(desc(imports.startedAt), desc(imports.id))
    .limit(limit + 1);
  return paged(rows.map(shaped), limit, ({ id, startedAt }) => ({ at: startedAt, id }));
}

function shaped({ run, by }: { run: typeof imports.$inferSelect; by: string | null }) {
  const told = accountFrom(run.account);
  return {
    id: run.id,
    fileName: run.fileName,
    state: run.state,
    dryRun: run.dryRun,
    by,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    /** Of its bytes, 0 to 100. */
    percent: run.bytes > 0 ? Math.min(100, Math.floor((100 * run.bytesRead) / run.bytes)) : 0,
    origin: told.outcome?.origin ?? null,
    refused: told.refused,
    failure: told.failure,
    chapters: inWords(told, run.dryRun),
  };
}

/** Where a post that came from another site is now, by an address it had there; null when this viewer may not know. */
export async function newAddress(ctx: Reading, { path }: { path: string }): Promise<string | null> {
  for (const asked of askedFor(path)) {
    const found = await addressByLegacyPath(ctx, { path: asked });
    if (found) return found;
  }
  return null;
}
