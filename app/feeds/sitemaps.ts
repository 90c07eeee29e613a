const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const document = (of: "urlset" | "sitemapindex", inside: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${of} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${inside.join("\n")}\n</${of}>\n`;

/** A sitemap of pages, each with the day it last changed. */
export const urlset = (pages: readonly { address: string; changedAt?: Date }[]): string =>
  document(
    "urlset",
    pages.map(
      ({ address, changedAt }) =>
        `<url><loc>${escaped(address)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>`,
    ),
  );

/** A sitemap of sitemaps. */
export const sitemapIndex = (addresses: readonly string[]): string =>
  document(
    "sitemapindex",
    addresses.map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>`),
  );

export const asXml = (body: string): Response =>
  new Response(body, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
