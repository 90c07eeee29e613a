import type { AnyColumn, SQL, SQLWrapper } from "drizzle-orm";
import { wordsWithin } from "../../room";

/**
 * Bytes of rendered comments on a page. A hundred ordinary ones are 40 KB; fifty branches of the longest there can be
 * would be over 100 MB, which is work for the server and more than a phone can show.
 */
export const mostBytes = 1_500_000;

/** The words of a page's comments as far as there is room for them, in the order in which the page is read. */
export const roomFor = (html: AnyColumn | SQL.Aliased<string>, inOrder: readonly SQLWrapper[]) =>
  wordsWithin(html, inOrder, mostBytes);
