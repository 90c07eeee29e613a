/** The head of the file: whose export this is. `baseUrl` is the blog's own address, without it the site's, without it the link. */
export type WxrSite = {
  type: "site";
  title: string;
  link: string | null;
  baseUrl: string | null;
  /** As written, even when it is no number; null where the file does not say. */
  wxrVersion: string | null;
};

/** A person the file declares. Items name their creator by `login`. */
export type WxrAuthor = { type: "author"; id: string | null; login: string; name: string; mail: string | null };

/** A tag or category the file declares. The slug is as WordPress keeps it, that is percent-encoded beyond ASCII. */
export type WxrTerm = { type: "tag" | "category"; slug: string; name: string };

/** A tag or category an item carries. `domain` is `category`, `post_tag` or the name of another taxonomy. */
export type WxrLabel = { domain: string; slug: string | null; name: string };

export type WxrApproval = "approved" | "held" | "spam" | "trash";

/** A comment as written. An approval the file does not state or that nobody knows counts as held: unseen until looked at. */
export type WxrComment = {
  id: string | null;
  /** Null for a comment at the top. The parent may be missing from the file. */
  parentId: string | null;
  authorName: string;
  authorUrl: string | null;
  authorMail: string | null;
  authorUserId: string | null;
  at: Date | null;
  content: string;
  approved: WxrApproval;
  /** `comment`, `pingback`, `trackback`, or whatever a plugin called its own. */
  type: string;
};

/** A post, a page, an attachment, a menu entry: `postType` says which, null where the file does not. */
export type WxrItem = {
  type: "item";
  id: string | null;
  postType: string | null;
  /** As written: `publish`, `draft`, `private`, `future`, `pending`, `inherit`, `trash`; null where the file does not say. */
  status: string | null;
  title: string;
  link: string | null;
  slug: string | null;
  creator: string | null;
  publishedAt: Date | null;
  modifiedAt: Date | null;
  /** HTML as WordPress keeps it, untrusted. */
  content: string;
  excerpt: string;
  /** The password itself is dropped when read: Kith has no use for it. */
  hasPassword: boolean;
  commentStatus: string | null;
  sticky: boolean;
  menuOrder: number;
  parentId: string | null;
  labels: WxrLabel[];
  comments: WxrComment[];
};

/** The last thing of a file that was read whole, and never of one that was not. Each repair is named once. */
export type WxrEnd = { type: "end"; repaired: string[] };

export type WxrThing = WxrSite | WxrAuthor | WxrTerm | WxrItem | WxrEnd;
