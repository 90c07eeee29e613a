const piece = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>|[^<]+|</g;

const holdsParagraphs = new Set(["", "article", "blockquote", "center", "div", "section"]);
const holdsNoWords = new Set(["colgroup", "dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"]);
const holdsWords = [
  "address",
  "caption",
  "dd",
  "details",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
];
const others = ["h6", "li", "p", "summary", "td", "th", "aside", "footer", "header", "main", "nav", "hr"];
const blocks = new Set([...holdsParagraphs, ...holdsNoWords, ...holdsWords, ...others]);
const asWritten = new Set([
  "audio",
  "iframe",
  "object",
  "pre",
  "script",
  "select",
  "style",
  "textarea",
  "video",
  "xmp",
]);
const endsItsLike = new Set(["dd", "dt", "li", "p", "td", "th", "tr"]);

/** What stands between two block tags, and in which of them. */
type Room = { written: string[]; open: string[]; run: string };

/**
 * WordPress' paragraph rule: a blank line makes a paragraph, a single new line a line break, and neither does anything
 * inside `pre`, between list items or between table cells. Linear in the text.
 */
export function withParagraphs(source: string): string {
  const room: Room = { written: [], open: [], run: "" };
  let verbatim = "";
  for (const [text, slash, tag] of source.replace(/\r\n?/g, "\n").matchAll(piece)) {
    const name = tag?.toLowerCase() ?? "";
    if (verbatim !== "") {
      room.run += text.replaceAll("\n", keptLine);
      if (!slash || name !== verbatim) continue;
      if (name === "pre") flush(room);
      verbatim = "";
    } else if (blocks.has(name) && name !== "") {
      atBlock(room, name, slash === "/");
      room.written.push(text);
    } else {
      if (name === "pre" && !slash) flush(room);
      if (asWritten.has(name) && !slash) verbatim = name;
      room.run += text;
    }
  }
  flush(room);
  return room.written.join("").replaceAll(keptLine, "\n");
}

/** Stands for a new line that is none of ours. Control characters are taken from every source before. */
const keptLine = "\u0001";

function atBlock(room: Room, name: string, closes: boolean) {
  flush(room);
  const at = room.open.lastIndexOf(name);
  if (closes) {
    if (at >= 0) room.open.length = at;
  } else if (name !== "hr") {
    if (room.open.at(-1) === "p") room.open.pop();
    if (room.open.at(-1) === name && endsItsLike.has(name)) room.open.pop();
    room.open.push(name);
  }
}

function flush(room: Room) {
  const container = room.open.at(-1) ?? "";
  const run = room.run;
  room.run = "";
  if (run.trim() === "" || holdsNoWords.has(container)) {
    room.written.push(run.trim() === "" && run !== "" ? "\n" : run);
    return;
  }
  const paragraphs = run
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map(withBreaks);
  const wraps =
    holdsParagraphs.has(container) || (paragraphs.length > 1 && container !== "p" && !/^h\d$/.test(container));
  if (wraps) room.written.push(paragraphs.map(paragraph).join("\n"));
  else room.written.push(container === "p" ? paragraphs.join("</p>\n<p>") : paragraphs.join("<br>\n<br>\n"));
}

const withBreaks = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .map((line, index, all) => (index < all.length - 1 ? line.replace(/<br\s?\/?>$/i, "") : line))
    .join("<br>\n");

const shows = /<(?:audio|embed|iframe|img|object|video)\b[^<>]*>/gi;

/** Code is a block of its own, and a lone tag that opens or closes around other blocks is not a paragraph. */
function paragraph(text: string): string {
  const says =
    text
      .replace(shows, "x")
      .replace(/<[^<>]*>/g, "")
      .trim() !== "";
  return says && !/^<pre\b/i.test(text) ? `<p>${text}</p>` : text;
}
