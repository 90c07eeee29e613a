import { escaped } from "../markup";

type Written = { named: Map<string, string>; bare: string[]; body: string | undefined };
type Code = { opened: string; doubled: boolean; name: string; attributes: string; rest: number };

const opening = /\[(\[?)([a-z_]+)((?:[\s=][^[\]]*)?)\/?\](\]?)/g;
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|([^\s"'=]+)/g;
const pictured = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([^]*)$/i;
const sources = ["src", "mp4", "m4v", "webm", "ogv", "ogg", "mp3", "m4a", "wav", "flv", "wmv"];

/** What each known shortcode becomes. Unknown ones stay as they were written: they may be a person's own brackets. */
const meanings = new Map<string, (written: Written) => string>([
  ["audio", player],
  ["caption", figure],
  ["code", listing],
  ["embed", player],
  ["gallery", () => ""],
  ["playlist", () => ""],
  ["sourcecode", listing],
  ["video", player],
  ["vimeo", player],
  ["wp_caption", figure],
  ["youtube", player],
]);
const enclosing = new Set(["audio", "caption", "code", "embed", "sourcecode", "video", "wp_caption"]);

/**
 * WordPress' known shortcodes as HTML. A gallery goes: it names pictures by numbers that mean nothing outside its old site.
 * `[[gallery]]` is how a person writes about one, and loses a pair of brackets.
 */
export function withoutShortcodes(source: string): string {
  const kept: string[] = [];
  const neverClosed = new Set<string>();
  let at = 0;
  for (const code of codesIn(source)) {
    const start = code.rest - code.opened.length;
    const meaning = meanings.get(code.name);
    if (!meaning || start < at) continue;
    kept.push(source.slice(at, start));
    at = code.rest;
    if (code.doubled) {
      kept.push(code.opened.slice(1, -1));
      continue;
    }
    const end = enclosing.has(code.name) && !neverClosed.has(code.name) ? source.indexOf(`[/${code.name}]`, at) : -1;
    if (end < 0) neverClosed.add(code.name);
    const body = end < 0 ? undefined : source.slice(at, end);
    if (end >= 0) at = end + code.name.length + 3;
    kept.push(meaning({ ...attributesIn(code.attributes), body }));
  }
  return kept.join("") + source.slice(at);
}

function* codesIn(source: string): Generator<Code> {
  for (const found of source.matchAll(opening)) {
    const [whole, before = "", name = "", attributes = "", after = ""] = found;
    const doubled = before !== "" && after !== "";
    const opened = doubled ? whole : whole.slice(before.length, whole.length - after.length);
    yield { opened, doubled, name, attributes, rest: found.index + whole.length - (doubled ? 0 : after.length) };
  }
}

function attributesIn(written: string): Pick<Written, "named" | "bare"> {
  const named = new Map<string, string>();
  const bare: string[] = [];
  for (const [, name, double, single, plain, quoted, word] of written.matchAll(attribute)) {
    if (name !== undefined) named.set(name.toLowerCase(), double ?? single ?? plain ?? "");
    else bare.push(quoted ?? word ?? "");
  }
  return { named, bare };
}

function figure({ named, body = "" }: Written): string {
  const [, picture, words = ""] = pictured.exec(body) ?? [];
  const caption = (named.get("caption") ?? words).trim();
  if (picture === undefined) return body;
  return `<figure>${picture}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
}

/** Some editors kept code escaped and some did not; either way the reader sees what was meant. */
function listing({ named, bare, body = "" }: Written): string {
  const language = named.get("lang") ?? named.get("language") ?? bare[0];
  const shown = body
    .replace(/^\r?\n/, "")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
  return `<pre><code${language ? ` class="language-${escaped(language.toLowerCase())}"` : ""}>${shown}</code></pre>`;
}

/** A link to what would have been played. */
function player({ named, bare, body }: Written): string {
  const address =
    (body?.trim() || sources.map((source) => named.get(source)).find(Boolean)) ?? bare[0]?.replace(/^=/, "");
  if (!address) return "";
  return /^https?:/i.test(address) ? `<a href="${escaped(address)}">${escaped(address)}</a>` : escaped(address);
}
