export type Search = Promise<Record<string, string | string[] | undefined>>;

/** What an address asks for after its "?": the first of each name, or nothing. */
export async function asked(search: Search): Promise<(name: string) => string> {
  const given = await search;
  return (name) => [given[name]].flat()[0] ?? "";
}

/** Where a list goes on, as `{ cursor }` or nothing. */
export const cursorOf = (one: (name: string) => string): { cursor?: string } =>
  one("cursor") ? { cursor: one("cursor") } : {};

/** The address of the rest of a list, or nothing where it ends. */
export function olderOf(place: string, next: string | null, also: Record<string, string> = {}): string | undefined {
  if (!next) return undefined;
  const given = Object.entries({ ...also, cursor: next }).filter(([, value]) => value !== "");
  return `${place}?${new URLSearchParams(given)}`;
}
