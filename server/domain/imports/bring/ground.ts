import type { Reading } from "../../context";
import type { Origin } from "./origin";
import type { Outcome } from "./outcome";

/** What every step of one import leans on. */
export type Ground = {
  ctx: Reading;
  importId: string | null;
  origin: Origin;
  /** Only looked at, counted as if, and nothing written. */
  dryRun: boolean;
  outcome: Outcome;
};
