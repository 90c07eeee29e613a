import { SaxesParser, type SaxesTagNS } from "saxes";
import type { WxrLimits } from "./limits";
import { forgottenNamespace } from "./namespaces";
import { outline } from "./outline";
import { inPlainWords, WxrRefused } from "./refused";
import type { Repairs } from "./repairs";
import type { WxrThing } from "./things";
import { trail } from "./trail";

type Mismatch = { at: number; line: number; column: number; expected: string; found: string };

/**
 * Reads characters as strict XML and hands on what an outline makes of them. Everything that is not right ends in WxrRefused
 * at the place the parser stands. Nothing is ever looked up outside the file, and no entity is declared by it.
 */
export function parser(give: (thing: WxrThing) => void, repairs: Repairs, limits: WxrLimits) {
  const saxes = new SaxesParser({ xmlns: true, defaultXMLVersion: "1.0", forceXMLVersion: true, resolvePrefix });
  const refuse = (reason: string): never => {
    throw new WxrRefused(saxes.line, Math.max(1, saxes.column), reason);
  };
  const following = outline({ give, refuse, repairs, limits });
  const read = trail();
  let carried = "";
  let itemFrom: number | null = null;
  let attributes = 0;
  let lastClosed = "";
  let mismatch: Mismatch | null = null;

  function resolvePrefix(prefix: string) {
    const uri = forgottenNamespace(prefix);
    if (uri !== undefined) repairs.note(`prefix ${prefix}: not declared`);
    return uri;
  }

  /** The parser closes element after element until it meets the one that was named: only then is the mistake known whole. */
  function settleMismatch() {
    if (!mismatch) return;
    const { line, column, expected, found } = mismatch;
    throw new WxrRefused(line, column, `closing tag </${found}> found where </${expected}> was expected`);
  }

  function closed(name: string) {
    if (mismatch?.at === saxes.position) mismatch.found = name;
    else {
      progress();
      following.close();
      if (!following.inItem()) itemFrom = null;
    }
    lastClosed = name;
  }

  /** Asked at every event and after every piece, so that nothing grows unseen inside the parser. */
  function bounded(position: number) {
    if (position - read.reached() > limits.text) refuse(`one text is longer than ${limits.text} characters`);
    if (itemFrom !== null && position - itemFrom > limits.item) {
      refuse(`one item is longer than ${limits.item} characters`);
    }
  }

  function progress(inMarkup = false) {
    settleMismatch();
    bounded(saxes.position);
    read.reach(saxes.position, saxes, inMarkup);
  }

  function refuseFor(complaint: string): never {
    const late = /entity|unclosed tag|unexpected end/.test(complaint) ? read.ampersand() : null;
    if (late) throw new WxrRefused(late.line, late.column, late.reason);
    const visible = complaint.includes("text data outside") ? read.visible() : null;
    const { line, column } = visible ?? saxes;
    throw new WxrRefused(line, Math.max(1, column), inPlainWords(complaint));
  }

  saxes.on("error", (error) => {
    if (error.message.endsWith("unexpected close tag.")) {
      const { position: at, line, column } = saxes;
      mismatch ??= { at, line, column, expected: lastClosed, found: lastClosed };
    } else if (mismatch && error.message.includes("unmatched closing tag")) {
      mismatch.found = /tag: (.+)\.$/.exec(error.message)?.[1] ?? mismatch.found;
    } else {
      settleMismatch();
      refuseFor(error.message);
    }
  });
  saxes.on("opentagstart", () => {
    progress();
    attributes = 0;
  });
  saxes.on("attribute", () => {
    progress();
    attributes += 1;
    if (attributes > limits.attributes) refuse(`one element has more than ${limits.attributes} attributes`);
  });
  saxes.on("opentag", (tag) => {
    progress();
    following.open({ name: tag.name, local: tag.local, uri: tag.uri, attribute: (name) => plainAttribute(tag, name) });
    itemFrom = following.inItem() ? (itemFrom ?? saxes.position) : null;
  });
  saxes.on("closetag", (tag) => closed(tag.name));
  saxes.on("text", (text) => {
    progress(true);
    following.text(text);
  });
  saxes.on("cdata", (text) => {
    progress();
    following.text(text);
  });
  saxes.on("comment", () => progress());
  saxes.on("processinginstruction", () => progress());
  saxes.on("doctype", (text) => {
    progress();
    refuseEntities(text, saxes);
  });

  return {
    refuse,

    /** Lines and columns of what was dropped before the document. */
    skip(junk: string) {
      const lines = junk.split(/\r\n|\r|\n/);
      saxes.line += lines.length - 1;
      saxes.column += [...(lines.at(-1) ?? "")].length;
      read.reach(0, saxes, false);
    },

    write(text: string, removedBehind: number) {
      // A line break of two characters must not be cut: the parser would hold its half back, and we would lose count.
      const whole = carried + text;
      carried = whole.endsWith("\r") ? "\r" : "";
      feed(whole.slice(0, whole.length - carried.length));
      saxes.column += removedBehind;
      bounded(read.position());
    },

    end() {
      feed(carried);
      saxes.close();
    },
  };

  function feed(text: string) {
    read.feed(text);
    saxes.write(text);
    settleMismatch();
  }
}

const plainAttribute = (tag: SaxesTagNS, name: string) => tag.attributes[name]?.value;

/** Declared entities can multiply and can name files. No export needs one, so the declaration itself is refused. */
function refuseEntities(doctype: string, { line, column }: { line: number; column: number }) {
  const at = doctype.search(/<!ENTITY/i);
  if (at < 0) return;
  const behind = doctype.slice(at).split("\n");
  const before = doctype.slice(0, at).split("\n");
  const sameLine = behind.length === 1 ? column - doctype.length + at : (before.at(-1)?.length ?? 0) + 1;
  const reason = "the file declares entities (<!ENTITY>), which no WordPress export does and which can do harm";
  throw new WxrRefused(line - behind.length + 1, Math.max(1, sameLine), reason);
}
