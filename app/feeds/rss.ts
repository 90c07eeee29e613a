import { generateRssFeed } from "feedsmith";
import type { Ready } from "./entries";

/** An RSS 2.0 feed: whole words in `content:encoded`, their author in `dc:creator`, what they answer as RFC 4685 says it. */
export const rss = ({ title, site, self, hub, page, updatedAt, entries }: Ready): string =>
  generateRssFeed({
    title,
    link: page,
    description: `What is new: ${site}`,
    lastBuildDate: updatedAt,
    generator: "Kith",
    docs: "https://www.rssboard.org/rss-specification",
    atom: {
      links: [
        { href: self, rel: "self", type: "application/rss+xml" },
        ...(hub === null ? [] : [{ href: hub, rel: "hub" }]),
      ],
    },
    items: entries.map(({ id, title, href, html, author, publishedAt, updatedAt, tags, answers, replies }) => ({
      title,
      link: href,
      guid: { value: id, isPermaLink: false },
      pubDate: publishedAt,
      categories: tags.map((name) => ({ name })),
      dc: { creators: [author.name] },
      content: { encoded: html },
      ...(updatedAt > publishedAt && { atom: { updated: updatedAt } }),
      ...(replies && {
        comments: replies.page,
        slash: { comments: replies.count },
        wfw: { commentRss: replies.feed },
        thr: { total: replies.count },
      }),
      ...(answers && { thr: { inReplyTos: [{ ref: answers.id, href: answers.href, type: "text/html" }] } }),
    })),
  });
