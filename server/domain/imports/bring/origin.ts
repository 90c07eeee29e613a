import type { WxrSite } from "../wxr/things";

/** Where an export comes from, in the words that a second export of the same place would give again. */
export type Origin = {
  name: string;
  /** The path the blog stood under, without a slash at its end; empty for most. */
  basePath: string;
};

const publicName = /^(?=.*\.)(?!.*\.(?:internal|invalid|local|localhost|test)$)(?![\d.]+$)[^:[\]]+$/;

/**
 * The site's own address without `http://`, which it may have changed since. `localhost` and its like are the address of
 * many sites at once, so the title stands beside it.
 */
export function originOf({ title, link, baseUrl }: Pick<WxrSite, "title" | "link" | "baseUrl">): Origin {
  const url = webAddress(baseUrl) ?? webAddress(link);
  const shown = title.trim().slice(0, 200);
  if (!url) return { name: `an unnamed site: ${shown}`, basePath: "" };
  const basePath = url.pathname.replace(/\/+$/, "");
  const place = `${url.host}${basePath}`;
  return { name: publicName.test(url.hostname) ? place : `${place}: ${shown}`, basePath };
}

/** A written address, when it is one of the web. */
export function webAddress(written: string | null): URL | null {
  const url = URL.parse(written?.trim() ?? "");
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url : null;
}
