import { generateAtomFeed } from "feedsmith";
import type { Ready } from "./entries";

const html = "text/html";
const type = "application/atom+xml";

/** An Atom feed (RFC 4287), with replies as RFC 4685 says them. */
export const atom = ({ title, self, hub, page, updatedAt, entries }: Ready): string =>
  generateAtomFeed({
    id: self,
    title: { value: title },
    updated: updatedAt,
    links: [
      { href: self, rel: "self", type },
      ...(hub === null ? [] : [{ href: hub, rel: "hub" }]),
      { href: page, rel: "alternate", type: html },
    ],
    generator: { text: "Kith" },
    entries: entries.map(({ id, title, href, html: body, author, publishedAt, updatedAt, tags, answers, replies }) => ({
      id,
      title: { value: title },
      published: publishedAt,
      updated: updatedAt,
      authors: [{ name: author.name, ...(author.href ? { uri: author.href } : {}) }],
      categories: tags.map((term) => ({ term })),
      links: [
        { href, rel: "alternate", type: html },
        ...(replies
          ? [
              { href: replies.page, rel: "replies", type: html, thr: { count: replies.count } },
              { href: replies.feed, rel: "replies", type, thr: { count: replies.count } },
            ]
          : []),
      ],
      content: { value: body, type: "html" },
      ...(answers || replies
        ? {
            thr: {
              ...(answers && { inReplyTos: [{ ref: answers.id, href: answers.href, type: html }] }),
              ...(replies && { total: replies.count }),
            },
          }
        : {}),
    })),
  });
