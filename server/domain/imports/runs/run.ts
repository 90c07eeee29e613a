import { eq } from "drizzle-orm";
import { imports } from "#/db/schema/imports";
import { atomically, type Reading } from "../../context";
import { tell } from "../../events";
import { logAct } from "../../moderation/act";
import { bring } from "../bring/bring";
import { ExportFile } from "../bring/file";
import type { Outcome } from "../bring/outcome";
import { type Report, type Survey, survey } from "../bring/survey";
import { WxrRefused } from "../wxr/refused";
import { type Account, account } from "./account";

/** PostgreSQL's integer ends here; only progress is counted in it. */
export const mostCounted = 2_147_483_647;

type Run = {
  id: string;
  path: string;
  dryRun: boolean;
  report?: Report;
  stopped?: () => boolean;
};

/**
 * Runs an import that has a row, to its end, and keeps its account. Throws Interrupted, and whatever is our mistake; a
 * file that is not taken is an account like any other.
 */
export async function run(ctx: Reading, { id, path, dryRun, report, stopped }: Run): Promise<Account> {
  const started = ctx.now().getTime();
  const file = await ExportFile.open(path);
  try {
    const found = await surveyed(file, report);
    if (!("origin" in found)) return await finish(ctx, id, "refused", account.parse({ refused: found }));
    const options = { file, survey: found, importId: id, dryRun };
    const became = await bring(ctx, { ...options, ...(report && { report }), ...(stopped && { stopped }) });
    return await finish(ctx, id, "done", whole(found, became, (ctx.now().getTime() - started) / 1000));
  } finally {
    await file.close();
  }
}

const whole = (found: Survey, became: Outcome, seconds: number): Account =>
  account.parse({ file: found.account, outcome: became, seconds });

async function surveyed(
  file: ExportFile,
  report?: Report,
): Promise<Survey | Pick<WxrRefused, "line" | "column" | "reason">> {
  try {
    return await survey(file, report);
  } catch (error) {
    if (!(error instanceof WxrRefused)) throw error;
    const { line, column, reason } = error;
    return { line, column, reason };
  }
}

/** Writes the end of a run, and tells it: every page that is kept for guests is made anew. */
export function finish(
  ctx: Reading,
  id: string,
  state: "done" | "refused" | "failed",
  kept: Account,
): Promise<Account> {
  return atomically(ctx, async (ctx) => {
    const [ended] = await ctx.db
      .update(imports)
      .set({ state, account: kept, finishedAt: ctx.now(), filePath: null })
      .where(eq(imports.id, id))
      .returning({ byId: imports.byId, fileName: imports.fileName, dryRun: imports.dryRun });
    if (ended && state === "done" && !ended.dryRun)
      await logAct(ctx, { act: "import", byId: ended.byId, reason: ended.fileName });
    await tell(ctx, { type: "import.finished", importId: id });
    return kept;
  });
}
