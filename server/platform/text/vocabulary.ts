import type { Attributes } from "sanitize-html";

const anywhere = ["dir", "lang"];

/** Every element a body may hold, with the attributes it may have beside `dir` and `lang`. */
const vocabulary: Record<string, string[]> = {
  a: ["href", "class", "rel", "title"],
  abbr: ["title"],
  address: [],
  b: [],
  bdi: [],
  bdo: [],
  blockquote: [],
  br: [],
  caption: [],
  cite: [],
  code: ["class"],
  dd: [],
  del: ["datetime"],
  details: [],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  img: ["src", "srcset", "sizes", "width", "height", "alt", "title", "loading", "decoding"],
  ins: ["datetime"],
  kbd: [],
  li: ["value"],
  mark: [],
  ol: ["start", "type"],
  p: [],
  pre: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ["align", "colspan", "rowspan"],
  tfoot: [],
  th: ["align", "colspan", "rowspan", "scope"],
  thead: [],
  time: ["datetime"],
  tr: [],
  u: [],
  ul: [],
  var: [],
};

export const allowedTags = Object.keys(vocabulary);

export const allowedAttributes = Object.fromEntries(
  Object.entries(vocabulary).map(([name, attributes]) => [name, [...anywhere, ...attributes]]),
);

/** What an attribute may say. Addresses, classes and `rel` are written by the sanitiser itself and are not here. */
const values: Record<string, RegExp> = {
  align: /^(?:left|center|right)$/,
  class: /^language-[A-Za-z0-9+#_.-]{1,30}$/,
  colspan: /^[1-9]\d?$/,
  datetime: /^[\d:+TZPWDHMSY. -]{1,40}$/i,
  dir: /^(?:ltr|rtl|auto)$/,
  height: /^[1-9]\d{0,3}$/,
  lang: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/,
  rowspan: /^[1-9]\d?$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  start: /^-?\d{1,9}$/,
  title: /[^]/,
  type: /^[1aAiI]$/,
  value: /^-?\d{1,9}$/,
  width: /^[1-9]\d{0,3}$/,
};

/** The attributes of an element that say something we know, in the order of the list. */
export function attributesOf(name: string, written: Attributes): Attributes {
  const kept: Attributes = {};
  for (const attribute of allowedAttributes[name] ?? []) {
    const value = Object.hasOwn(written, attribute) ? written[attribute] : undefined;
    if (value !== undefined && value !== "" && values[attribute]?.test(value)) {
      if (attribute !== "class" || name === "code") kept[attribute] = value;
    }
  }
  return kept;
}

/** Elements of another time or of a whole page, and what takes their place. */
export const renamed: Record<string, string | undefined> = {
  acronym: "abbr",
  article: "div",
  aside: "div",
  center: "div",
  footer: "div",
  header: "div",
  listing: "pre",
  main: "div",
  nav: "div",
  plaintext: "pre",
  section: "div",
  strike: "s",
  tt: "code",
  xmp: "pre",
};

const sections = ["table", "thead", "tbody", "tfoot"];

/** Elements that may only stand in certain others. A stray `li` would end the list item of the page around it. */
export const homes: Record<string, string[] | undefined> = {
  caption: ["table"],
  dd: ["dl", "div"],
  dt: ["dl", "div"],
  li: ["ul", "ol"],
  summary: ["details"],
  tbody: ["table"],
  td: ["tr"],
  tfoot: ["table"],
  th: ["tr"],
  thead: ["table"],
  tr: sections,
};
