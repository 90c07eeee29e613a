import { ownPath } from "#/components/own-path";

export type Search = Promise<Record<string, string | string[] | undefined>>;

/** What an address asks for after its "?": the first of each name, and where to go on, if that is on this site. */
export async function asked(search: Search) {
  const given = await search;
  const one = (name: string): string => [given[name]].flat()[0] ?? "";
  return { one, to: ownPath(one("to") || pathOf(one("callbackUrl"))) };
}

/** NextAuth says where to go on as a whole address; only its path counts. */
function pathOf(address: string): string {
  const url = URL.parse(address);
  return url ? `${url.pathname}${url.search}` : address;
}
