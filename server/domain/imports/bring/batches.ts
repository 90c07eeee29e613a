import { readWxr } from "../wxr/read";
import type { WxrItem } from "../wxr/things";
import type { ExportFile } from "./file";
import type { Report } from "./survey";

/** What is written together: few enough to be quick to redo and light to hold, many enough to be quick. */
const mostItems = 40;
const mostComments = 400;
const mostCharacters = 4_000_000;

/** The second reading: the items of the file in handfuls. `stopped` is asked between two of them. */
export async function* batches(file: ExportFile, report: Report): AsyncGenerator<WxrItem[]> {
  let bytes = 0;
  let items = 0;
  let batch: WxrItem[] = [];
  let [comments, characters] = [0, 0];
  for await (const thing of readWxr(file.read((seen) => (bytes = seen)))) {
    if (thing.type !== "item") continue;
    batch.push(thing);
    comments += thing.comments.length;
    characters += thing.content.length;
    if (batch.length < mostItems && comments < mostComments && characters < mostCharacters) continue;
    yield batch;
    report({ phase: "taking in", bytes, items: (items += batch.length) });
    [batch, comments, characters] = [[], 0, 0];
  }
  yield batch;
  report({ phase: "taking in", bytes, items: items + batch.length });
}
