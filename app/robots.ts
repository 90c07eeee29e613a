import type { MetadataRoute } from "next";
import { api } from "./api";

/** The site's own address is known where it runs, not where it was built. */
export const dynamic = "force-dynamic";

/**
 * Posts may be found by anybody; doors, desks and forms are of no use to a search engine, nor are addresses that are one
 * person's: whoever must not be found says so on its page as well.
 */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const { url } = await (await api()).settings.site();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/c/",
        "/dev/",
        "/drafts",
        "/enter",
        "/join",
        "/first/",
        "/feed$",
        "/settings",
        "/private/",
        "/unsubscribe/",
        "/requests",
        "/network",
        "/notifications",
        "/queue",
        "/log",
        "/people",
        "/imports",
        "/report",
        "/search",
        "/site$",
        "/write",
      ],
    },
    sitemap: `${url}/sitemap.xml`,
  };
}
