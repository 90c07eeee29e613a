import type { Reading } from "../../context";
import { batches } from "./batches";
import { bringComments } from "./comments";
import type { ExportFile } from "./file";
import type { Ground } from "./ground";
import { nothingYet, type Outcome } from "./outcome";
import { bringPeople } from "./people";
import { bringPosts } from "./posts";
import type { Report, Survey } from "./survey";

/** The process ends before the import did. What came in stays, and the next run goes on behind it. */
export class Interrupted extends Error {
  constructor() {
    super("The import was interrupted. Run it again to go on.");
    this.name = "Interrupted";
  }
}

type Options = {
  file: ExportFile;
  survey: Survey;
  /** The run's row, for what comes in to name; null in a dry run. */
  importId: string | null;
  dryRun: boolean;
  report?: Report;
  /** Asked between two handfuls. */
  stopped?: () => boolean;
};

/**
 * The second reading of a file that the first has found whole: writes what is not here yet, a handful in a transaction.
 * What came in before is found again by its name in its old place, so it does not matter how often it is run, or where it
 * was stopped. Only one may run at a time (`inTurn`). Throws Interrupted and FileChanged.
 */
export async function bring(ctx: Reading, options: Options): Promise<Outcome> {
  const { file, survey, importId, dryRun, report = () => {}, stopped = () => false } = options;
  const outcome = nothingYet(survey.origin.name);
  const ground: Ground = { ctx, importId, origin: survey.origin, dryRun, outcome };
  await file.hold();
  const people = await bringPeople(ground, survey.people);
  const seen = new Set<string>();
  for await (const items of batches(file, report)) {
    if (stopped()) throw new Interrupted();
    const planned = await bringPosts(ground, people, items, seen);
    await bringComments(ground, people, planned);
  }
  await file.hold();
  return outcome;
}
