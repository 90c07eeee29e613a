/**
 * Whose element this is, told by the namespace's address and never by the prefix. A stranger is an address nobody here
 * knows: exports pass through other people's tools, and such an element is read by its name where WordPress' own is absent.
 */
export type Family = "rss" | "wp" | "content" | "excerpt" | "dc" | "known" | "stranger";

const exactly = new Map<string, Family>([
  ["", "rss"],
  ["http://purl.org/rss/1.0/modules/content", "content"],
  ["http://purl.org/dc/elements/1.1", "dc"],
]);

const wordpress = /^https?:\/\/wordpress\.org\/export\/1\.\d+(\/excerpt)?$/;

/** Those that come with real feeds and mean something else: an `itunes:author` is no author of the export. */
const others = [
  /^http:\/\/www\.w3\.org\//,
  /^http:\/\/purl\.org\//,
  /^http:\/\/wellformedweb\.org\//,
  /^https?:\/\/search\.yahoo\.com\/mrss/,
  /^http:\/\/www\.itunes\.com\//,
  /^http:\/\/www\.google(apis)?\.com\//,
  /^http:\/\/www\.georss\.org\//,
  /^http:\/\/rssnamespace\.org\//,
  /^https:\/\/podcastindex\.org\//,
];

/** Says the family of a namespace. A trailing slash and the export's version make no difference. */
export function familyOf(uri: string): Family {
  const bare = uri.endsWith("/") ? uri.slice(0, -1) : uri;
  const family = exactly.get(bare);
  if (family) return family;
  const own = wordpress.exec(bare);
  if (own) return own[1] ? "excerpt" : "wp";
  return others.some((pattern) => pattern.test(uri)) ? "known" : "stranger";
}

const forgotten: Record<string, string> = {
  atom: "http://www.w3.org/2005/Atom",
  app: "http://www.w3.org/2007/app",
};

/** The namespace of a prefix that real exports use without declaring it, or undefined: only these are forgiven. */
export const forgottenNamespace = (prefix: string): string | undefined =>
  Object.hasOwn(forgotten, prefix) ? forgotten[prefix] : undefined;
