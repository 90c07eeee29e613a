import type { MetadataRoute } from "next";

/** Posts may be found by anybody; doors, desks and forms are of no use to a search engine. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/enter",
        "/join",
        "/first/",
        "/settings",
        "/feed",
        "/requests",
        "/network",
        "/notifications",
        "/queue",
        "/log",
        "/people",
        "/imports",
        "/report",
        "/search",
        "/write",
      ],
    },
  };
}
