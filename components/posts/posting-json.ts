import type { Outputs } from "#/server/api/types";
import type { ThreadComment } from "../comments/thread-html";

type Post = Outputs["posts"]["byKey"];
type Told = { post: Post; comments: readonly ThreadComment[]; count: number; url: string };

/** Comments whose beginnings are told, and characters of each: enough to know the conversation by, and no second copy. */
const most = { comments: 3, characters: 120 } as const;

/**
 * A post that anybody may read as a search engine wants it told (schema.org's DiscussionForumPosting), as a script that
 * is no script: data, which no policy needs to allow. Empty for any other post.
 */
export function postingJson({ post, comments, count, url }: Told): string {
  const { audience, hidden, publishedAt, title, href, excerpt, editedAt, author } = post;
  if (audience !== "everyone" || hidden || !publishedAt) return "";
  const at = url + href;
  const said = comments.filter((it) => it.depth === 0 && it.kind === "comment" && it.face === "said" && !it.hidden);
  const data = {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    url: at,
    headline: title || "Without a title",
    text: excerpt,
    datePublished: publishedAt.toISOString(),
    ...(editedAt && { dateModified: editedAt.toISOString() }),
    author: person(url, author.name, author.handle),
    commentCount: count,
    comment: said.slice(0, most.comments).map((it) => ({
      "@type": "Comment",
      url: `${at}?c=${it.key}#c-${it.key}`,
      text: beginning(it.html ?? ""),
      datePublished: it.writtenAt.toISOString(),
      author: person(url, it.author?.name ?? "Somebody", it.author?.handle ?? null),
    })),
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}

const person = (url: string, name: string, handle: string | null) => ({
  "@type": "Person",
  name,
  ...(handle && { url: `${url}/m/${handle}` }),
});

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** The first words of a sanitised body, which knows these four entities. */
function beginning(html: string): string {
  const text = html
    .slice(0, 4 * most.characters)
    .replaceAll(/<[^>]*(?:>|$)/g, " ")
    .replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const letters = Array.from(text);
  return letters.length > most.characters ? `${letters.slice(0, most.characters).join("").trim()}…` : text;
}
