import type { people } from "./people";

export type { Person } from "./person";

/** The name of one of the village's people, as it is written everywhere in the village. */
export type Name = (typeof people)[number]["name"];

/** How two people came to know each other. */
export type How = "thread" | "met" | "work" | "introduced" | "other";

/** The comments directly under a post, each with what was answered to it. */
export type Thread = readonly Said[];

/** One comment. `after` counts minutes since its parent (post or comment), `edited` minutes since it was written. */
export type Said = {
  id?: string;
  by: Name;
  after: number;
  says: string;
  replies?: readonly Said[];
  hidden?: { by: Name; rule: string; reason: string };
  deleted?: true;
  edited?: number;
};

/** One post with its thread. `days` counts back from the village's morning; a post without it is a draft. */
export type Written = {
  slug: string;
  by: Name;
  title: string;
  days?: number;
  audience?: "members" | "connections" | "me";
  comments?: "open" | "members" | "connections" | "closed";
  tags: readonly string[];
  body: string;
  thread: Thread;
};

/** A connection, `days` old on the village's morning. */
export type Bond = { between: readonly [Name, Name]; days: number; how: How; note: string };

/** A request to connect; without an answer it is open. */
export type Asked = {
  from: Name;
  to: Name;
  days: number;
  how: How;
  note: string;
  answer?: "declined" | "withdrawn";
};

/** A block, in force on the village's morning. */
export type Block = { by: Name; blocks: Name; days: number };

/** A report nobody has handled yet; `comment` is the `id` of a `Said`. */
export type Report = {
  by: Name;
  comment: string;
  reason: "off-topic" | "unkind" | "spam" | "private-data" | "wrong-person" | "illegal" | "other";
  words: string;
  days: number;
};

/** A reaction, given `days` before the village's morning: to a post by its slug, or to the comment with this `id`. */
export type Felt = {
  by: Name;
  kind: "thanks" | "agree" | "think";
  days: number;
} & ({ post: string; comment?: never } | { comment: string; post?: never });
