import type { Place } from "./rendered";

export type Address = { href: string; external: boolean };

const here = "https://kith.invalid";
const schemes = new Set(["http:", "https:", "mailto:"]);

/** Where a written address leads, or null if it is none that a reader may be sent to. */
export function addressOf(
  written: string,
  { linkBase, relativeTo }: Pick<Place, "linkBase" | "relativeTo"> = {},
): Address | null {
  const wanted = written.trim();
  if (wanted === "") return null;
  if (/^#[^\s\\]*$/.test(wanted)) return { href: wanted, external: false };

  const url = URL.parse(wanted, relativeTo ?? here);
  if (!url || !schemes.has(url.protocol)) return null;
  if (url.protocol === "mailto:") return { href: url.href, external: false };
  const own = url.origin === here || (linkBase !== undefined && url.origin === URL.parse(linkBase)?.origin);
  return own ? { href: pathOf(url), external: false } : { href: url.href, external: true };
}

/** A path that begins with two slashes would name another host. */
const pathOf = (url: URL) => url.pathname.replace(/^\/{2,}/, "/") + url.search + url.hash;
