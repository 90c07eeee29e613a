import type { Fields } from "./fields";
import { momentOf } from "./moment";
import type { WxrApproval, WxrAuthor, WxrComment, WxrItem, WxrLabel, WxrSite, WxrTerm } from "./things";

const orNull = (text: string) => (text === "" ? null : text);

/** WordPress writes 0 for "nobody" and "nothing above". */
const reference = (text: string) => (text === "" || /^0+$/.test(text) ? null : text);

export const site = (of: Fields): WxrSite => ({
  type: "site",
  title: of.get("rss:title"),
  link: orNull(of.get("rss:link")),
  baseUrl: orNull(of.get("wp:base_blog_url") || of.get("wp:base_site_url") || of.get("rss:link")),
  wxrVersion: orNull(of.get("wp:wxr_version")),
});

export const author = (of: Fields): WxrAuthor => ({
  type: "author",
  id: reference(of.get("wp:author_id")),
  login: of.get("wp:author_login"),
  name: of.get("wp:author_display_name") || of.get("wp:author_login"),
  mail: orNull(of.get("wp:author_email")),
});

export function term(type: "tag" | "category", of: Fields): WxrTerm {
  const [slug, name] = type === "tag" ? ["wp:tag_slug", "wp:tag_name"] : ["wp:category_nicename", "wp:cat_name"];
  return { type, slug: of.get(slug), name: of.get(name) || of.get(slug) };
}

export const item = (of: Fields, labels: WxrLabel[], comments: WxrComment[]): WxrItem => ({
  type: "item",
  id: reference(of.get("wp:post_id")),
  postType: orNull(of.get("wp:post_type")),
  status: orNull(of.get("wp:status")),
  title: of.get("rss:title"),
  link: orNull(of.get("rss:link")),
  slug: orNull(of.get("wp:post_name")),
  creator: orNull(of.get("dc:creator")),
  publishedAt: momentOf(of.get("wp:post_date_gmt"), of.get("wp:post_date"), of.get("rss:pubDate")),
  modifiedAt: momentOf(of.get("wp:post_modified_gmt"), of.get("wp:post_modified")),
  content: of.get("content:encoded"),
  excerpt: of.get("excerpt:encoded"),
  hasPassword: of.get("wp:post_password") !== "",
  commentStatus: orNull(of.get("wp:comment_status")),
  sticky: of.get("wp:is_sticky") === "1",
  menuOrder: wholeNumber(of.get("wp:menu_order")),
  parentId: reference(of.get("wp:post_parent")),
  labels: withoutEchoes(labels),
  comments,
});

export const comment = (of: Fields): WxrComment => ({
  id: reference(of.get("wp:comment_id")),
  parentId: reference(of.get("wp:comment_parent")),
  authorName: of.get("wp:comment_author"),
  authorUrl: orNull(of.get("wp:comment_author_url")),
  authorMail: orNull(of.get("wp:comment_author_email")),
  authorUserId: reference(of.get("wp:comment_user_id")),
  at: momentOf(of.get("wp:comment_date_gmt"), of.get("wp:comment_date")),
  content: of.get("wp:comment_content"),
  approved: approvals.get(of.get("wp:comment_approved")) ?? "held",
  type: of.get("wp:comment_type") || "comment",
});

const approvals = new Map<string, WxrApproval>([
  ["1", "approved"],
  ["approve", "approved"],
  ["approved", "approved"],
  ["0", "held"],
  ["hold", "held"],
  ["spam", "spam"],
  ["trash", "trash"],
  ["post-trashed", "trash"],
]);

/** A label as the attributes of `<category>` tell it. WXR 1.0 says `tag` where later versions say `post_tag`. */
export function label(name: string, domain: string | undefined, slug: string | undefined): WxrLabel {
  const taxonomy = domain?.trim() || "category";
  return { domain: taxonomy === "tag" ? "post_tag" : taxonomy, slug: orNull(slug?.trim() ?? ""), name: name.trim() };
}

/** WXR 1.0 writes every label twice, without and with its slug; the one without is an echo. */
function withoutEchoes(labels: WxrLabel[]): WxrLabel[] {
  const key = (one: WxrLabel, slug: string | null) => JSON.stringify([one.domain, one.name, slug]);
  const named = new Set(labels.filter((one) => one.slug !== null).map((one) => key(one, null)));
  const seen = new Set<string>();
  return labels.filter((one) => {
    if (one.name === "" || (one.slug === null && named.has(key(one, null)))) return false;
    const known = seen.has(key(one, one.slug));
    seen.add(key(one, one.slug));
    return !known;
  });
}

const wholeNumber = (text: string) => (/^-?\d{1,9}$/.test(text) ? Number(text) : 0);
