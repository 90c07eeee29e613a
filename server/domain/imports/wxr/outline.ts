import { type Fields, fieldKey, fields, type GroupKind } from "./fields";
import type { WxrLimits } from "./limits";
import * as make from "./make";
import { type Family, familyOf } from "./namespaces";
import type { Repairs } from "./repairs";
import type { WxrComment, WxrLabel, WxrThing } from "./things";

/** An opening tag: its name and namespace, and the attributes that have no prefix. */
export type Opened = { name: string; local: string; uri: string; attribute: (name: string) => string | undefined };

type Group = { kind: GroupKind; fields: Fields; labels: WxrLabel[]; comments: WxrComment[] };
type Value = { key: string; strange: boolean; pieces: string[]; length: number };

/** What an open element is to us. Nothing inside a `skip` is looked at; what stands inside a value belongs to it. */
type Role =
  | { is: "rss" | "skip" }
  | { is: "group"; group: Group; strange: boolean }
  | { is: "value"; value: Value }
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

/** Follows the elements of one file and makes things of them. It holds the head of the channel and one item, no more. */
export function outline({ give, refuse, repairs, limits }: Told) {
  const open: Role[] = [];
  let siteGiven = false;
  let channels = 0;

  const group = (kind: GroupKind, strange = false): Role => ({
    is: "group",
    group: { kind, fields: fields(), labels: [], comments: [] },
    strange,
  });

  function root(tag: Opened): Role {
    if (tag.local === "rss" && tag.uri === "") return { is: "rss" };
    if (/^html$/i.test(tag.local)) return refuse("this is a web page (HTML), not a WordPress export");
    return refuse(`this is XML, but its first element is <${tag.name}> and not the <rss> of a WordPress export`);
  }

  function inside(parent: Group, tag: Opened): Role {
    const family = familyOf(tag.uri);
    const strange = family === "stranger";
    const kind = groupKind(parent.kind, family, tag.local);
    if (kind) return group(kind, strange);
    const value = { key: "", strange, pieces: [], length: 0 };
    if (parent.kind === "item" && family === "rss" && tag.local === "category")
      return { is: "label", value, opened: tag };
    const key = fieldKey(parent.kind, family, tag.local);
    return key === null ? { is: "skip" } : { is: "value", value: { ...value, key } };
  }

  function roleOf(tag: Opened): Role {
    const parent = open.at(-1);
    if (!parent) return root(tag);
    if (parent.is === "rss") return tag.local === "channel" && tag.uri === "" ? group("channel") : { is: "skip" };
    return parent.is === "group" ? inside(parent.group, tag) : parent.is === "skip" ? { is: "skip" } : parent;
  }

  function giveSite() {
    const channel = open[1];
    if (siteGiven || channel?.is !== "group") return;
    siteGiven = true;
    give(make.site(channel.group.fields));
  }

  /** The group that stands around what was just closed. */
  function holder() {
    const role = open.at(-1);
    return role?.is === "group" ? role : refuse("an element stands where it cannot stand");
  }

  function closeGroup({ kind, fields: of, labels, comments }: Group, strange: boolean) {
    const tell = telling[kind];
    if (strange && tell !== undefined && !of.has(tell)) return;
    if (strange) repairs.note(byName);
    if (kind === "channel") giveSite();
    if (kind === "author") give(make.author(of));
    if (kind === "tag" || kind === "category") give(make.term(kind, of));
    if (kind === "item") give(make.item(of, labels, comments));
    if (kind === "comment") bounded(holder().group.comments).push(make.comment(of));
  }

  function bounded<Part>(parts: Part[]): Part[] {
    if (parts.length >= limits.parts) refuse(`one item has more than ${limits.parts} comments or labels`);
    return parts;
  }

  function closeValue({ key, strange, pieces }: Value, opened?: Opened) {
    const text = pieces.join("");
    const { group: to, strange: toStrange } = holder();
    if (opened) {
      bounded(to.labels).push(make.label(text, opened.attribute("domain"), opened.attribute("nicename")));
      return;
    }
    const { kept, wrapped } = to.fields.set(key, text, strange);
    if (wrapped) repairs.note("values wrapped in newlines trimmed");
    if (kept && strange && !toStrange) repairs.note(byName);
  }

  return {
    /** True between `<item>` and `</item>`. An item stands in the channel, which stands in the root. */
    inItem: () => open[2]?.is === "group" && open[2].group.kind === "item",

    open(tag: Opened) {
      if (open.length >= limits.depth) refuse(`more than ${limits.depth} elements stand inside one another`);
      const role = roleOf(tag);
      if (role.is === "group" && role.group.kind === "channel") channels += 1;
      if (role.is === "group" && role.group.kind !== "channel" && open.length === 2) giveSite();
      open.push(role);
    },

    text(text: string) {
      const role = open.at(-1);
      if (role?.is !== "value" && role?.is !== "label") return;
      role.value.length += text.length;
      if (role.value.length > limits.text) refuse(`one text is longer than ${limits.text} characters`);
      role.value.pieces.push(text);
    },

    close() {
      const role = open.pop();
      if (!role || role === open.at(-1)) return;
      if (role.is === "group") closeGroup(role.group, role.strange);
      if (role.is === "value") closeValue(role.value);
      if (role.is === "label") closeValue(role.value, role.opened);
      if (role.is === "rss" && channels === 0) refuse("the file has no <channel>: it is not a WordPress export");
    },
  };
}

function groupKind(parent: GroupKind, family: Family, name: string): GroupKind | null {
  const wordpress = family === "wp" || family === "stranger";
  if (parent === "channel" && family === "rss" && name === "item") return "item";
  if (parent === "channel" && wordpress && (name === "author" || name === "tag" || name === "category")) return name;
  return parent === "item" && wordpress && name === "comment" ? "comment" : null;
}
