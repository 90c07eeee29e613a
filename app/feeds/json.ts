import { generateJsonFeed } from "feedsmith";
import type { Ready } from "./entries";

/** A JSON Feed 1.1. */
export const json = ({ title, self, hub, page, entries }: Ready): string =>
  JSON.stringify(
    generateJsonFeed({
      title,
      home_page_url: page,
      feed_url: self,
      ...(hub !== null && { hubs: [{ type: "WebSub", url: hub }] }),
      items: entries.map(({ id, title, href, html, author, publishedAt, updatedAt, tags }) => ({
        id,
        url: href,
        title,
        content_html: html,
        date_published: publishedAt,
        date_modified: updatedAt,
        authors: [{ name: author.name, ...(author.href ? { url: author.href } : {}) }],
        ...(tags.length > 0 && { tags }),
      })),
    }),
  );
