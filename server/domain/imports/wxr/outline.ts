import { type Fields, fieldKey, fields, type GroupKind } from "./fields";
import type { WxrLimits } from "./limits";
import * as make from "./make";
import { type Family, familyOf } from "./namespaces";
import type { Repairs } from "./repairs";
import type { WxrComment, WxrLabel, WxrThing } from "./things";

/** An opening tag: its name and namespace, and a way to its attributes. */
export type Opened = { name: string; local: string; uri: string; attribute: (name: string) => string | undefined };

type Group = { kind: GroupKind; strange: boolean; fields: Fields; labels: WxrLabel[]; comments: WxrComment[] };
type Value = { pieces: string[]; length: number };

/** What an open element is to us. Nothing inside a `skip` is looked at; what stands inside a value belongs to it. */
type Role =
  | { is: "rss" | "skip" }
  | { is: "group"; group: Group }
  | { is: "field"; value: Value; key: string; strange: boolean }
  | { is: "label"; value: Value; opened: Opened };

/** Who listens: things as they are finished, repairs, and the way to stop. */
export type Told = {
  give: (thing: WxrThing) => void;
  refuse: (reason: string) => never;
  repairs: Repairs;
  limits: WxrLimits;
};

/** Without this field, what a stranger calls an author, a tag, a category or a comment is something of its own. */
const telling: Partial<Record<GroupKind, string>> = {
  author: "wp:author_login",
  tag: "wp:tag_slug",
  category: "wp:category_nicename",
  comment: "wp:comment_id",
};

const byName = "elements of an unknown namespace read by their name";
const skip: Role = { is: "skip" };

/** Follows the elements of one file and makes things of them. It holds the head of the channel and one item, no more. */
export class Outline {
  readonly #told: Told;
  readonly #open: Role[] = [];
  #siteGiven = false;
  #channels = 0;

  constructor(told: Told) {
    this.#told = told;
  }

  /** True between `<item>` and `</item>`. An item stands in the channel, which stands in the root. */
  inItem(): boolean {
    const third = this.#open[2];
    return third?.is === "group" && third.group.kind === "item";
  }

  open(tag: Opened) {
    const { refuse, limits } = this.#told;
    if (this.#open.length >= limits.depth) refuse(`more than ${limits.depth} elements stand inside one another`);
    const role = this.#roleOf(tag);
    if (role.is === "group" && role.group.kind === "channel") this.#channels += 1;
    else if (role.is === "group") this.#giveSite();
    this.#open.push(role);
  }

  text(text: string) {
    const { refuse, limits } = this.#told;
    const role = this.#open.at(-1);
    if (role?.is !== "field" && role?.is !== "label") return;
    role.value.length += text.length;
    if (role.value.length > limits.text) refuse(`one text is longer than ${limits.text} characters`);
    role.value.pieces.push(text);
  }

  close() {
    const role = this.#open.pop();
    if (!role || (role !== skip && role === this.#open.at(-1))) return;
    if (role.is === "group") this.#closeGroup(role.group);
    if (role.is === "field") this.#closeField(role.key, role.value.pieces.join(""), role.strange);
    if (role.is === "label") this.#closeLabel(role.opened, role.value.pieces.join(""));
    if (role.is === "rss" && this.#channels === 0) {
      this.#told.refuse("the file has no <channel>: it is not a WordPress export");
    }
  }

  #roleOf(tag: Opened): Role {
    const parent = this.#open.at(-1);
    if (!parent) return this.#root(tag);
    if (parent.is === "rss") return tag.local === "channel" && tag.uri === "" ? group("channel", false) : skip;
    return parent.is === "group" ? roleInside(parent.group.kind, tag) : parent;
  }

  #root(tag: Opened): Role {
    if (tag.local === "rss" && tag.uri === "") return { is: "rss" };
    const { refuse } = this.#told;
    if (/^html$/i.test(tag.local)) return refuse("this is a web page (HTML), not a WordPress export");
    return refuse(`this is XML, but its first element is <${tag.name}> and not the <rss> of a WordPress export`);
  }

  #giveSite() {
    const channel = this.#open[1];
    if (this.#siteGiven || channel?.is !== "group") return;
    this.#siteGiven = true;
    this.#told.give(make.site(channel.group.fields));
  }

  /** The group that stands around what was just closed. */
  #holder(): Group {
    const role = this.#open.at(-1);
    return role?.is === "group" ? role.group : this.#told.refuse("an element stands where it cannot stand");
  }

  #closeGroup({ kind, strange, fields: of, labels, comments }: Group) {
    const { give, repairs } = this.#told;
    const tell = telling[kind];
    if (strange && tell !== undefined && !of.has(tell)) return;
    if (strange) repairs.note(byName);
    if (kind === "channel" && !this.#siteGiven) give(make.site(of));
    if (kind === "author") give(make.author(of));
    if (kind === "tag" || kind === "category") give(make.term(kind, of));
    if (kind === "item") give(make.item(of, labels, comments));
    if (kind === "comment") this.#bounded(this.#holder().comments).push(make.comment(of));
  }

  #closeField(key: string, text: string, strange: boolean) {
    const { repairs } = this.#told;
    const to = this.#holder();
    const { kept, wrapped } = to.fields.set(key, text, strange);
    if (wrapped) repairs.note("values wrapped in newlines trimmed");
    if (kept && strange && !to.strange) repairs.note(byName);
  }

  #closeLabel({ attribute }: Opened, text: string) {
    this.#bounded(this.#holder().labels).push(make.label(text, attribute("domain"), attribute("nicename")));
  }

  #bounded<Part>(parts: Part[]): Part[] {
    const { refuse, limits } = this.#told;
    if (parts.length >= limits.parts) refuse(`one item has more than ${limits.parts} comments or labels`);
    return parts;
  }
}

const group = (kind: GroupKind, strange: boolean): Role => ({
  is: "group",
  group: { kind, strange, fields: fields(), labels: [], comments: [] },
});

function roleInside(parent: GroupKind, tag: Opened): Role {
  const family = familyOf(tag.uri);
  const strange = family === "stranger";
  const kind = groupKind(parent, family, tag.local);
  if (kind) return group(kind, strange);
  const value = { pieces: [], length: 0 };
  if (parent === "item" && family === "rss" && tag.local === "category") return { is: "label", value, opened: tag };
  const key = fieldKey(parent, family, tag.local);
  return key === null ? skip : { is: "field", value, key, strange };
}

function groupKind(parent: GroupKind, family: Family, name: string): GroupKind | null {
  const wordpress = family === "wp" || family === "stranger";
  if (parent === "channel" && family === "rss" && name === "item") return "item";
  if (parent === "channel" && wordpress && (name === "author" || name === "tag" || name === "category")) return name;
  return parent === "item" && wordpress && name === "comment" ? "comment" : null;
}
