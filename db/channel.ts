/** The channel on which every Kith hears of committed facts. */
export const channel = "kith_told";

/**
 * What is said there: the fact by its name, so that only those jobs wake that wait for such, and the tags of the cached
 * pages it makes untrue.
 */
export const newsOf = (about: string, tags: readonly string[] = []): string => JSON.stringify({ about, tags });
