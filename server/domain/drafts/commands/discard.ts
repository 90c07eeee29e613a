import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { drafts } from "#/db/schema/drafts";
import type { Acting, Reading } from "../../context";
import { fail } from "../errors";
import { visibleTo } from "../policy";

/** Minutes in which what was thrown away can be brought back. */
const undoMinutes = 10;

const hasWords: SQL = sql`(${drafts.words} ->> 'source' <> '' or ${drafts.words} ->> 'title' <> '' or ${drafts.other} is not null)`;
const lately = ({ now }: Pick<Reading, "now">) => new Date(now().getTime() - undoMinutes * 60_000);

/** Throws away what one has typed and not sent. It is gone for everybody at once, and its words stay for the undo. */
export async function discardDraft({ db, viewer, now }: Acting, { id }: { id: string }): Promise<void> {
  const gone = await db
    .update(drafts)
    .set({ endedAt: now() })
    .where(and(visibleTo(viewer), eq(drafts.id, id)))
    .returning({ id: drafts.id });
  if (gone.length === 0) fail("no-such-draft");
}

/** Brings it back as it was, unless other words have taken its place since. */
export async function bringBackDraft(ctx: Acting, { id }: { id: string }): Promise<void> {
  const mine = and(eq(drafts.id, id), eq(drafts.memberId, ctx.viewer.id));
  const back = await ctx.db
    .update(drafts)
    .set({ endedAt: null, turn: sql`${drafts.turn} + 1` })
    .where(and(mine, gt(drafts.endedAt, lately(ctx)), hasWords))
    .returning({ id: drafts.id });
  if (back.length === 0) fail("no-such-draft");
}

/** Empties what was thrown away when its undo is over. For the scheduler. */
export async function emptyDiscarded(ctx: Reading): Promise<void> {
  await ctx.db
    .update(drafts)
    .set({ words: { source: "" }, other: null, otherAt: null })
    .where(and(lte(drafts.endedAt, lately(ctx)), hasWords));
}
