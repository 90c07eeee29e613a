import { and, eq } from "drizzle-orm";
import { drafts } from "#/db/schema/drafts";
import { type Acting, atomically } from "../../context";
import { fail } from "../errors";
import { visibleTo } from "../policy";
import { shaped } from "../shape";

/** Puts the other device's words in the place of those that stand, which then stand beside them. */
export const takeOther = (ctx: Acting, { place }: { place: string }) =>
  atomically(ctx, async ({ db, viewer, now }) => {
    const isHere = and(visibleTo(viewer), eq(drafts.place, place));
    const [row] = await db.select().from(drafts).where(isHere).for("update");
    if (!row?.other) return fail("no-such-draft");
    const swapped = { words: row.other, other: row.words, otherAt: row.savedAt, savedAt: now(), turn: row.turn + 1 };
    const [made] = await db.update(drafts).set(swapped).where(eq(drafts.id, row.id)).returning();
    return shaped(made ?? row);
  });
