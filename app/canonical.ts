import { one } from "./found";

/** A place in the order that a conversation is read in goes by its name alone. */
const standardOrder = "oldest";

/**
 * The address that a page of a list goes by. A later page of it, or of one branch (`c`), is a page of its own: under the
 * first one's name nobody would find what stands there. All else in a query only shows the same in another way.
 * @param path of the first page
 * @param asked the query as it came
 */
export function canonicalOf(path: string, asked: Record<string, string | string[] | undefined>): string {
  if (one(asked.cursor) === undefined) return path;
  const pairs = ["c", "order", "cursor"].flatMap((name) => {
    const value = one(asked[name]);
    return value === undefined || value === standardOrder ? [] : [[name, value]];
  });
  return `${path}?${new URLSearchParams(pairs)}`;
}
