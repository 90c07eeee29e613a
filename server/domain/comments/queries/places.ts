import type { Reading } from "../../context";
import type { PostFacts } from "../../posts/policy";
import type { News } from "../../visits/queries";
import { isFresh } from "../fresh";
import { type Row, shaped } from "../shape";
import { closedAt, type Windows } from "../windows";

/** A place of a thread; `fresh` when it came since the viewer was last there. */
export type ThreadComment = ReturnType<typeof shaped> & { fresh: boolean };

type Of = PostFacts & Windows & { news: News | null };

/** Rows in reading order as places of a thread, each told whom it answers. Parents may also be in `known`. */
export function placesOf(
  { viewer, now }: Pick<Reading, "viewer" | "now">,
  post: Of,
  rows: readonly Row[],
  known: readonly ThreadComment[] = [],
): ThreadComment[] {
  const names = new Map(known.map(({ id, author }) => [id, author?.name ?? null]));
  return rows.map((row) => {
    const to = row.parentId ? (names.get(row.parentId) ?? null) : null;
    const told = shaped(viewer, post, row, to, closedAt(row, post, now()));
    const place = { ...told, fresh: post.news !== null && told.author !== null && isFresh(viewer, post.news, row) };
    names.set(row.id, place.author?.name ?? null);
    return place;
  });
}
