import { randomBytes } from "node:crypto";
import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { newId } from "#/db/ids";
import { imports } from "#/db/schema/imports";
import { log } from "#/server/platform/log";
import { type Acting, atomically, type Reading } from "../context";
import { tell } from "../events";
import { Interrupted } from "./bring/bring";
import { FileChanged } from "./bring/file";
import type { Progress } from "./bring/survey";
import { fail } from "./errors";
import { can } from "./policy";
import { account } from "./runs/account";
import { closeAbandoned } from "./runs/here";
import { finish, mostCounted, run } from "./runs/run";
import { dropUpload, sweepUploads, type Upload } from "./runs/uploads";
import { inTurn, isBusy } from "./turn";

type Waiting = Upload & { fileName: string; dryRun: boolean };

/** Lets a file that was sent wait for its import, which a job begins at once. */
export function queueImport(ctx: Acting, { path, bytes, fileName, dryRun }: Waiting): Promise<{ id: string }> {
  const answer = can(ctx.viewer, "import", null);
  if (!answer.ok) return fail(answer.because);
  return atomically(ctx, async (ctx) => {
    const id = newId();
    await ctx.db.insert(imports).values({
      id,
      kind: "wxr",
      fileName: fileName.trim().slice(0, 200) || "export.xml",
      filePath: path,
      bytes: Math.min(bytes, mostCounted),
      dryRun,
      byId: ctx.viewer.id,
      startedAt: ctx.now(),
    });
    await tell(ctx, { type: "import.waiting", importId: id });
    return { id };
  });
}

/**
 * Runs the import that was broken off, or the one that waits longest, unless somebody else is at it.
 * @returns whether there may be another
 */
export async function runNextImport(ctx: Reading, stopped: () => boolean): Promise<boolean> {
  const next = await nextImport(ctx);
  if (!next) return false;
  const answer = await inTurn(ctx, async () => {
    // Another process may have had its turn since.
    const mine = await nextImport(ctx);
    return mine ? runOne(ctx, mine, stopped) : false;
  });
  return isBusy(answer) ? false : answer;
}

type Next = { id: string; path: string; bytes: number; dryRun: boolean };

async function nextImport({ db }: Reading): Promise<Next | undefined> {
  const [row] = await db
    .select({ id: imports.id, path: sql<string>`${imports.filePath}`, bytes: imports.bytes, dryRun: imports.dryRun })
    .from(imports)
    .where(and(inArray(imports.state, ["waiting", "running"]), isNotNull(imports.filePath)))
    .orderBy(desc(eq(imports.state, "running")), asc(imports.startedAt), asc(imports.id))
    .limit(1);
  return row;
}

async function runOne(ctx: Reading, { id, path, bytes, dryRun }: Next, stopped: () => boolean): Promise<boolean> {
  await closeAbandoned(ctx);
  await ctx.db.update(imports).set({ state: "running" }).where(eq(imports.id, id));
  const noted = noteProgress(ctx, id, bytes);
  try {
    await run(ctx, { id, path, dryRun, report: noted.report, stopped });
  } catch (error) {
    if (error instanceof Interrupted) return false;
    await finish(ctx, id, "failed", account.parse({ failure: sentenceFor(error) }));
  } finally {
    await noted.settled();
  }
  await dropUpload(path);
  return true;
}

function sentenceFor(error: unknown): string {
  if (error instanceof FileChanged) return error.message;
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return "The file that was sent is gone. Please send it again.";
  const reference = randomBytes(5).toString("hex");
  log().error({ err: error, reference }, "an import broke");
  return `Something went wrong on our side (${reference}). What came in stays; send the file again to go on.`;
}

/** Of the time an import takes, the first reading is about a tenth. */
const firstShare = 0.1;
const everyMilliseconds = 1000;

/** Keeps how far an import is, once a second, without keeping it waiting. */
function noteProgress({ db }: Reading, id: string, bytes: number) {
  let [said, writing] = [0, Promise.resolve()];
  const report = ({ phase, bytes: read }: Progress) => {
    if (performance.now() - said < everyMilliseconds) return;
    said = performance.now();
    const share = Math.min(1, read / Math.max(1, bytes));
    const done = phase === "looking" ? share * firstShare : firstShare + share * (1 - firstShare);
    const bytesRead = Math.floor(bytes * done);
    writing = writing
      .then(() => db.update(imports).set({ bytesRead }).where(eq(imports.id, id)))
      .then(
        () => {},
        (error: unknown) => log().warn({ err: error }, "the progress of an import could not be kept"),
      );
  };
  return { report, settled: () => writing };
}

/** Takes away files that no import will read. */
export async function forgetUploads({ db }: Reading): Promise<void> {
  const rows = await db.select({ path: imports.filePath }).from(imports).where(isNotNull(imports.filePath));
  await sweepUploads(new Set(rows.flatMap(({ path }) => path ?? [])));
}
