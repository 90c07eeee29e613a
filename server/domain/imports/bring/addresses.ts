import type { WxrItem } from "../wxr/things";
import { type Origin, webAddress } from "./origin";

/** PostgreSQL indexes addresses of up to 2,704 bytes. */
const longest = 2000;

/** An address in one spelling: `%c3%a9` and `%C3%A9` and `é` ask for the same. */
export function spelled(path: string): string {
  const [way = "", query] = path.split("?", 2);
  const one = way
    .split("/")
    .map(segment)
    .join("/")
    .replace(/\/{2,}/g, "/");
  return query === undefined || query === "" ? one : `${one}?${query}`;
}

function segment(written: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(written));
  } catch {
    return encodeURIComponent(written);
  }
}

/** Every address an item answered to in its old place: its permalink, and the short one by number. */
export function oldAddresses(
  { id, postType, link }: Pick<WxrItem, "id" | "postType" | "link">,
  origin: Origin,
): string[] {
  const found = new Set<string>();
  const url = webAddress(link);
  if (url && (url.pathname.length > 1 || url.search !== "")) found.add(spelled(url.pathname + url.search));
  if (id !== null && /^\d+$/.test(id)) {
    found.add(`${origin.basePath}/?p=${id}`);
    if (postType === "page") found.add(`${origin.basePath}/?page_id=${id}`);
  }
  return [...found].filter((path) => path.length <= longest && path !== `${origin.basePath}/`);
}

/**
 * What to look for when somebody asks for an address nobody knows, best first: the address whole; the short one, when it
 * names a post by number among other things; and the way without its query, which a newsletter may have added.
 */
export function askedFor(path: string): string[] {
  const whole = spelled(path);
  const [way = "", query = ""] = whole.split("?", 2);
  const named = new URLSearchParams(query);
  const short = ["p", "page_id"].flatMap((name) => {
    const number = named.get(name);
    const base = way.replace(/(?:\/index\.php)?\/?$/, "");
    return number && /^\d{1,20}$/.test(number) ? [`${base}/?${name}=${number}`] : [];
  });
  return [...new Set([whole, ...short, ...(way === "/" ? [] : [way])])];
}
