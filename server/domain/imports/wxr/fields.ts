import type { Family } from "./namespaces";

export type GroupKind = "channel" | "author" | "tag" | "category" | "item" | "comment";

const words = (text: string) => text.trim().split(/\s+/);

/** What is read of each group, by family and name. A commenter's IP address is in the file and deliberately not in this list. */
const wanted: Record<GroupKind, ReadonlySet<string>> = {
  channel: new Set(words("rss:title rss:link wp:wxr_version wp:base_site_url wp:base_blog_url")),
  author: new Set(words("wp:author_id wp:author_login wp:author_email wp:author_display_name")),
  tag: new Set(words("wp:tag_slug wp:tag_name")),
  category: new Set(words("wp:category_nicename wp:cat_name")),
  item: new Set(
    words(`rss:title rss:link rss:pubDate dc:creator content:encoded excerpt:encoded wp:post_id wp:post_date
      wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:comment_status wp:post_name wp:status wp:post_parent
      wp:menu_order wp:post_type wp:post_password wp:is_sticky`),
  ),
  comment: new Set(
    words(`wp:comment_id wp:comment_author wp:comment_author_email wp:comment_author_url wp:comment_date
      wp:comment_date_gmt wp:comment_content wp:comment_approved wp:comment_type wp:comment_parent wp:comment_user_id`),
  ),
};

/** What people wrote, where a line break at the edge may be meant. */
const bodies: ReadonlySet<string> = new Set(["content:encoded", "excerpt:encoded", "wp:comment_content"]);

/** The key of an element that is a value of this group, or null. A stranger's element counts by the name it has in WXR. */
export function fieldKey(group: GroupKind, family: Family, name: string): string | null {
  const key = `${family === "stranger" ? "wp" : family}:${name}`;
  return wanted[group].has(key) ? key : null;
}

/** The values of one group. The first of a name stays, except that WordPress' own takes the place of a stranger's. */
export type Fields = {
  set: (key: string, text: string, strange: boolean) => { kept: boolean; wrapped: boolean };
  get: (key: string) => string;
  has: (key: string) => boolean;
};

/** An empty group of values. `set` answers whether the text was kept, and whether line breaks around it were trimmed. */
export function fields(): Fields {
  const values = new Map<string, { text: string; strange: boolean }>();
  return {
    set(key, written, strange) {
      const before = values.get(key);
      if (before && (strange || !before.strange)) return { kept: false, wrapped: false };
      const text = bodies.has(key) ? written : written.trim();
      values.set(key, { text: key === "wp:post_password" ? presence(written) : own(text), strange });
      return { kept: true, wrapped: text !== "" && text.length < written.length && !sameLines(written, text) };
    },
    get: (key) => values.get(key)?.text ?? "",
    has: (key) => values.has(key),
  };
}

const sameLines = (written: string, text: string) => lineBreaks(written) === lineBreaks(text);
const lineBreaks = (text: string) => text.split("\n").length;

/** A password may be blanks; an empty one written over two lines is none. */
const presence = (written: string) =>
  written === "" || (written.trim() === "" && written.includes("\n")) ? "" : "set";

/** V8 keeps a whole chunk of the file alive for a short piece cut out of it: joining makes a string that stands alone. */
const own = (text: string) => (text.length < 10_000 ? ` ${text}`.slice(1) : text);
