import { addressOf } from "../addresses";
import { unescaped } from "../markup";

const tagOrText = /<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+/g;
const address = /\bhttps?:\/\/(?:&amp;|[^\s<>"&])+/gi;
const apart = new Set(["a", "code", "pre"]);

/** An address that was written without a link becomes one, as WordPress does when it shows a body. Takes sanitised HTML. */
export function withLinks(html: string): string {
  let depth = 0;
  const linked: string[] = [];
  for (const [piece, slash, name] of html.matchAll(tagOrText)) {
    if (name !== undefined && apart.has(name)) depth += slash ? -1 : 1;
    linked.push(name !== undefined || depth > 0 ? piece : piece.replace(address, link));
  }
  return linked.join("");
}

function link(written: string): string {
  const shown = withoutTheSentence(written);
  const found = addressOf(unescaped(shown));
  return found ? `<a href="${shown}">${shown}</a>${written.slice(shown.length)}` : written;
}

/** A full stop or a bracket after an address belongs to the sentence, unless the address opened the bracket. */
function withoutTheSentence(written: string): string {
  const ofTheSentence = written.includes("(") ? ".,;:!?'’”»*_" : ".,;:!?'’”»*_)";
  let end = written.length;
  while (end > 0 && (ofTheSentence.includes(written.charAt(end - 1)) || written.endsWith("&amp;", end))) {
    end -= written.endsWith("&amp;", end) ? "&amp;".length : 1;
  }
  return written.slice(0, end);
}
