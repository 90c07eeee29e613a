/** Where something is typed over: from, to, in UTF-16 units of the value. */
type Span = readonly [from: number, to: number];

/** Types a text over a span, so that the browser's own undo takes it back. */
export function typeOver(area: HTMLTextAreaElement, text: string, [from, to]: Span = spanOf(area)): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (done) return;
  area.setRangeText(text, from, to, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

const spanOf = (area: HTMLTextAreaElement): Span => [area.selectionStart, area.selectionEnd];

/** Puts a sign around what is selected, or takes it away; white space at the ends stays outside. */
export function wrap(area: HTMLTextAreaElement, sign: string): void {
  const { value } = area;
  let [from, to] = spanOf(area);
  while (from < to && /\s/.test(value[from] ?? "")) from += 1;
  while (from < to && /\s/.test(value[to - 1] ?? "")) to -= 1;
  const words = value.slice(from, to);
  const isWrapped = standsAlone(value, sign, [from, to]);
  if (isWrapped) typeOver(area, words, [from - sign.length, to + sign.length]);
  else typeOver(area, `${sign}${words}${sign}`, [from, to]);
  const start = from + (isWrapped ? -sign.length : sign.length);
  area.setSelectionRange(start, start + words.length);
}

/** Whether a span stands between two of this very sign: `*` is not half of `**`. */
function standsAlone(value: string, sign: string, [from, to]: Span): boolean {
  const length = sign.length;
  const mark = sign[0] ?? "";
  const isThere = value.slice(from - length, from) === sign && value.slice(to, to + length) === sign && from >= length;
  return isThere && value[from - length - 1] !== mark && value[to + length] !== mark;
}

/** Begins every selected line with a sign, or takes it from all of them where all have it. */
export function beginLines(area: HTMLTextAreaElement, sign: string, known: RegExp): void {
  const { value } = area;
  const [from, to] = spanOf(area);
  const start = value.lastIndexOf("\n", from - 1) + 1;
  const ending = value.indexOf("\n", to > from && value[to - 1] === "\n" ? to - 1 : to);
  const end = ending < 0 ? value.length : ending;
  const lines = value.slice(start, end).split("\n");
  const areAll = lines.every((line) => known.test(line));
  const changed = lines.map((line) => (areAll ? line.replace(known, "") : `${sign}${line.replace(known, "")}`));
  // Markdown goes on with a paragraph unless a blank line is before the block.
  const before = areAll || start === 0 || value.slice(0, start).endsWith("\n\n") ? "" : "\n";
  typeOver(area, before + changed.join("\n"), [start, end]);
  const written = start + before.length + changed.join("\n").length;
  if (from === to) area.setSelectionRange(written, written);
  else area.setSelectionRange(start + before.length, written);
}

/** Makes a link of what is selected: a text waits for its address, an address for its words. */
export function link(area: HTMLTextAreaElement): void {
  const [from, to] = spanOf(area);
  const words = area.value.slice(from, to);
  if (/^https?:\/\/\S+$/.test(words)) {
    typeOver(area, `[](${words})`, [from, to]);
    area.setSelectionRange(from + 1, from + 1);
    return;
  }
  const address = "https://";
  typeOver(area, `[${words}](${address})`, [from, to]);
  const at = words === "" ? from + 1 : from + words.length + 3;
  area.setSelectionRange(at, words === "" ? at : at + address.length);
}

/** Code: in the line, or as a block where it has several. */
export function code(area: HTMLTextAreaElement): void {
  const [from, to] = spanOf(area);
  const words = area.value.slice(from, to);
  if (!words.includes("\n")) return wrap(area, "`");
  const before = from === 0 || area.value[from - 1] === "\n" ? "" : "\n";
  typeOver(area, `${before}\`\`\`\n${words.replace(/\n$/, "")}\n\`\`\`\n`, [from, to]);
}

/** Brings the caret into view: in the field, where its words are more than it shows, and the field in the window. */
function showCaret(area: HTMLTextAreaElement): void {
  const style = getComputedStyle(area);
  const copy = document.createElement("div");
  for (const name of ["font", "letter-spacing", "word-spacing", "padding", "tab-size", "direction"])
    copy.style.setProperty(name, style.getPropertyValue(name));
  copy.style.cssText += `;position:absolute;visibility:hidden;box-sizing:border-box;width:${area.clientWidth}px;
    white-space:pre-wrap;overflow-wrap:break-word`;
  // A line that is empty has no height of its own.
  copy.textContent = `${area.value.slice(0, area.selectionEnd)}.`;
  document.body.append(copy);
  const foot = copy.offsetHeight;
  copy.remove();
  area.scrollTop = foot - area.clientHeight;
  area.scrollIntoView({ block: "center" });
}

/** Puts a block of its own where the caret is: a blank line before it, and one after it to write on. */
export function typeBlock(area: HTMLTextAreaElement, block: string): void {
  const { value, selectionEnd: at } = area;
  const before = value.slice(0, at).trimEnd() === "" ? "" : "\n\n";
  const from = before === "" ? 0 : value.slice(0, at).trimEnd().length;
  typeOver(area, `${before}${block}\n\n`, [from, at]);
  showCaret(area);
}
