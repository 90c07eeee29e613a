import type { Reading } from "../../context";
import type { PostFacts } from "../../posts/policy";
import { type Row, shaped, type ThreadComment } from "../shape";
import { closedAt, type Windows } from "../windows";

/** Rows in reading order as places of a thread, each told whom it answers. Parents may also be in `known`. */
export function placesOf(
  { viewer, now }: Pick<Reading, "viewer" | "now">,
  post: PostFacts & Windows,
  rows: readonly Row[],
  known: readonly ThreadComment[] = [],
): ThreadComment[] {
  const names = new Map(known.map(({ id, author }) => [id, author?.name ?? null]));
  return rows.map((row) => {
    const to = row.parentId ? (names.get(row.parentId) ?? null) : null;
    const place = shaped(viewer, post, row, to, closedAt(row, post, now()));
    names.set(row.id, place.author?.name ?? null);
    return place;
  });
}
