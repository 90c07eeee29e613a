import { api } from "../api";
import { asXml, sitemapIndex } from "../feeds/sitemaps";

/** Where the sitemaps are: the few pages that are always there, and all that was written. */
export async function GET() {
  const { settings, syndication } = await api();
  const [{ url }, parts] = [await settings.site(), await syndication.sitemaps()];
  const names = Object.entries(parts).flatMap(([kind, many]) =>
    Array.from({ length: many }, (_, nth) => `${kind}-${nth + 1}`),
  );
  return asXml(sitemapIndex(["pages", ...names].map((name) => `${url}/sitemaps/${name}.xml`)));
}
