import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#/db/ids";
import { imports } from "#/db/schema/imports";
import type { Reading } from "../../context";
import { bring } from "../bring/bring";
import type { ExportFile } from "../bring/file";
import type { Report, Survey } from "../bring/survey";
import { type Busy, inTurn } from "../turn";
import { type Account, account } from "./account";
import { finish, mostCounted } from "./run";

type Here = { file: ExportFile; survey: Survey; fileName: string; dryRun: boolean; report: Report };

/**
 * An import by somebody at the shell, of a file that was found whole. It leaves a row beside those of the browser, unless
 * it is a dry run, which leaves nothing.
 */
export function importHere(ctx: Reading, { file, survey, fileName, dryRun, report }: Here): Promise<Account | Busy> {
  return inTurn(ctx, async () => {
    const started = ctx.now();
    if (!dryRun) await closeAbandoned(ctx);
    const id = dryRun ? null : newId();
    if (id) {
      const bytes = Math.min(file.bytes, mostCounted);
      await ctx.db.insert(imports).values({ id, kind: "wxr", fileName, bytes, startedAt: started, state: "running" });
    }
    const outcome = await bring(ctx, { file, survey, importId: id, dryRun, report });
    const seconds = (ctx.now().getTime() - started.getTime()) / 1000;
    const told = account.parse({ file: survey.account, outcome, seconds });
    return id ? finish(ctx, id, "done", told) : told;
  });
}

/** We hold the turn, so a run from the shell that says it is running was killed. Its file is not ours to read again. */
export async function closeAbandoned({ db, now }: Reading): Promise<void> {
  const told = account.parse({ failure: "It was stopped in the middle. Run it again to go on." });
  await db
    .update(imports)
    .set({ state: "failed", finishedAt: now(), account: told })
    .where(and(eq(imports.state, "running"), isNull(imports.filePath)));
}
