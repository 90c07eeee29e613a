import { permanentRedirect } from "next/navigation";
import { api } from "./api";

/** A query as Next gives it to a page. */
type Query = Record<string, string | string[] | undefined>;

/**
 * Sends whoever asks for an address of a site that was brought in here to where its post is now; for anybody who may not
 * read that post, and for every other address, it does nothing. Call it before anything of a page is sent.
 * @param path as it was asked for, percent-encoded
 */
export async function turnToNewAddress(path: string, query: Query): Promise<void> {
  const words = queryOf(query);
  const whole = words ? `${path}?${words}` : path;
  if (whole === "/" || whole.length > 4000) return;
  const found = await (await api()).imports.newAddress({ path: whole });
  if (found) permanentRedirect(found);
}

/** The front page's own query is ours, but a number in it was a post's short address. */
export async function turnFromShortAddress(query: Query): Promise<void> {
  if (query.p !== undefined || query.page_id !== undefined) await turnToNewAddress("/", query);
}

const queryOf = (query: Query): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])),
  ).toString();
