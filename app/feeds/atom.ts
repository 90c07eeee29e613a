import { generateAtomFeed } from "feedsmith";
import type { Outputs } from "#/server/api/types";
import { api } from "../api";

/** Entries an Atom feed carries. */
export const entriesInFeed = 30;

type Post = Outputs["posts"]["latest"][number];
type Comment = Outputs["comments"]["latest"][number];

type Feed = { path: string; title: string; about: string; entries: Entry[] };
type Entry = {
  id: string;
  title: string;
  href: string;
  html: string;
  author: { name: string; href: string | null };
  publishedAt: Date;
  updatedAt: Date;
  answers?: { id: string; href: string };
};

/** Characters XML 1.0 has no place for (section 2.2); a body may hold them, a feed may not. */
const notXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const clean = (text: string) => text.replaceAll(notXml, "");

/** An Atom feed (RFC 4287, replies by RFC 4685) of what anybody may read. */
export async function atom({ path, title, about, entries }: Feed): Promise<Response> {
  const { url, title: site } = await (await api()).settings.site();
  const at = (href: string) => new URL(href, url).href;
  const newest = entries.reduce((newest, { updatedAt }) => (updatedAt > newest ? updatedAt : newest), new Date(0));
  const body = generateAtomFeed({
    id: at(path),
    title: { value: clean(`${title} · ${site}`) },
    updated: newest,
    links: [
      { href: at(path), rel: "self", type: "application/atom+xml" },
      { href: at(about), rel: "alternate", type: "text/html" },
    ],
    generator: { text: "Kith" },
    entries: entries.map(({ id, title, href, html, author, publishedAt, updatedAt, answers }) => ({
      id: `urn:uuid:${id}`,
      title: { value: clean(title) },
      published: publishedAt,
      updated: updatedAt,
      authors: [{ name: clean(author.name), ...(author.href ? { uri: at(author.href) } : {}) }],
      links: [{ href: at(href), rel: "alternate", type: "text/html" }],
      // Addresses inside are relative to the site; a reader elsewhere must not take them for its own.
      content: { value: clean(absolute(html, url)), type: "html" },
      ...(answers
        ? { thr: { inReplyTos: [{ ref: `urn:uuid:${answers.id}`, href: at(answers.href), type: "text/html" }] } }
        : {}),
    })),
  });
  return new Response(body, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}

const absolute = (html: string, url: string) =>
  html.replaceAll(/(<(?:a|img)\b[^>]*?\b(?:href|src)=")\/(?!\/)/g, `$1${url}/`);

/** A post as an entry. */
export const postEntry = ({ id, title, href, html, author, publishedAt, updatedAt }: Post): Entry => ({
  id,
  title,
  href,
  html,
  author: { name: author.name, href: `/m/${author.handle}` },
  publishedAt,
  updatedAt,
});

/** A comment as an entry that says what it answers. */
export const commentEntry = ({ id, href, html, author, writtenAt, updatedAt, parent, post }: Comment): Entry => ({
  id,
  title: `${author?.name ?? "Somebody"} on ${post.title}`,
  href,
  html,
  author: { name: author?.name ?? "Somebody", href: author?.handle ? `/m/${author.handle}` : null },
  publishedAt: writtenAt,
  updatedAt,
  answers: parent ?? { id: post.id, href: post.href },
});
