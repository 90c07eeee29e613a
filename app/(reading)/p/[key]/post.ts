import { cache } from "react";
import { api } from "../../../api";
import { found } from "../../../found";

/** The post at an address; asked once, however many parts of the page want it. */
export const postOf = cache(async (key: string) => found((await api()).posts.byKey({ key })));

export type Post = Awaited<ReturnType<typeof postOf>>;

/** A query as it came, to go on with at another address. */
export function queryOf(asked: Record<string, string | string[] | undefined>): string {
  const pairs = Object.entries(asked).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}
