import { SaxesParser, type SaxesTagNS } from "saxes";
import type { WxrLimits } from "./limits";
import { forgottenNamespace } from "./namespaces";
import { Outline } from "./outline";
import { inPlainWords, WxrRefused } from "./refused";
import type { Repairs } from "./repairs";
import type { WxrThing } from "./things";
import { type Place, trail } from "./trail";

type Saxes = SaxesParser<{ xmlns: true; resolvePrefix: (prefix: string) => string | undefined }>;
type Mismatch = Place & { at: number; expected: string; found: string };

/**
 * Reads characters as strict XML and hands on what an outline makes of them. Everything that is not right ends in WxrRefused
 * at the place it stands. Nothing is ever looked up outside the file, and no entity is declared by it.
 */
export class Parser {
  readonly #saxes: Saxes;
  readonly #outline: Outline;
  readonly #limits: WxrLimits;
  readonly #read = trail();
  #carried = "";
  #itemFrom: number | null = null;
  #attributes = 0;
  #lastClosed = "";
  #mismatch: Mismatch | null = null;

  constructor(give: (thing: WxrThing) => void, repairs: Repairs, limits: WxrLimits) {
    this.#limits = limits;
    this.#outline = new Outline({ give, refuse: (reason) => this.refuse(reason), repairs, limits });
    const resolvePrefix = (prefix: string) => {
      const uri = forgottenNamespace(prefix);
      if (uri !== undefined) repairs.note(`prefix ${prefix}: not declared`);
      return uri;
    };
    this.#saxes = new SaxesParser({ xmlns: true, defaultXMLVersion: "1.0", forceXMLVersion: true, resolvePrefix });
    this.#listen(this.#saxes);
  }

  /** Stops the reading at the place the parser stands. */
  refuse(reason: string): never {
    return refuseAt(this.#saxes, reason);
  }

  /** Counts the lines and columns of what was dropped before the document. */
  skip(junk: string) {
    const lines = junk.split(/\r\n|\r|\n/);
    this.#saxes.line += lines.length - 1;
    this.#saxes.column += Array.from(lines.at(-1) ?? "").length;
    this.#read.reach(0, this.#saxes, false);
  }

  /** Takes the next characters; `removedBehind` counts those that stood behind them in the file and were taken out. */
  write(text: string, removedBehind: number) {
    // A line break of two characters must not be cut: the parser would hold its half back, and we would lose count.
    const whole = this.#carried + text;
    this.#carried = whole.endsWith("\r") ? "\r" : "";
    this.#feed(whole.slice(0, whole.length - this.#carried.length));
    this.#saxes.column += removedBehind;
    this.#bound(this.#read.position());
  }

  /** Says that no more will come. */
  end() {
    this.#feed(this.#carried);
    this.#saxes.close();
  }

  #feed(text: string) {
    this.#read.feed(text);
    this.#saxes.write(text);
    this.#settleMismatch();
  }

  #listen(saxes: Saxes) {
    const heard = () => this.#progress(false);
    const text = (written: string) => this.#outline.text(written);
    saxes.on("error", (error) => this.#complain(error.message));
    saxes.on("opentagstart", () => {
      heard();
      this.#attributes = 0;
    });
    saxes.on("attribute", () => {
      heard();
      this.#attributes += 1;
      const most = this.#limits.attributes;
      if (this.#attributes > most) this.refuse(`one element has more than ${most} attributes`);
    });
    saxes.on("opentag", (tag) => this.#opened(tag));
    saxes.on("closetag", (tag) => this.#closed(tag.name));
    saxes.on("text", (written) => {
      this.#progress(true);
      text(written);
    });
    saxes.on("cdata", (written) => {
      heard();
      text(written);
    });
    saxes.on("comment", heard);
    saxes.on("processinginstruction", heard);
    saxes.on("doctype", (written) => {
      heard();
      refuseEntities(written, saxes);
    });
  }

  #opened(tag: SaxesTagNS) {
    this.#progress(false);
    const { name, local, uri } = tag;
    this.#outline.open({ name, local, uri, attribute: (asked) => tag.attributes[asked]?.value });
    this.#itemFrom = this.#outline.inItem() ? (this.#itemFrom ?? this.#saxes.position) : null;
  }

  #closed(name: string) {
    if (this.#mismatch?.at === this.#saxes.position) this.#mismatch.found = name;
    else {
      this.#progress(false);
      this.#outline.close();
      if (!this.#outline.inItem()) this.#itemFrom = null;
    }
    this.#lastClosed = name;
  }

  #progress(inMarkup: boolean) {
    this.#settleMismatch();
    this.#bound(this.#saxes.position);
    this.#read.reach(this.#saxes.position, this.#saxes, inMarkup);
  }

  /** Asked at every event and after every piece, so that nothing grows unseen inside the parser. */
  #bound(position: number) {
    const { text, item } = this.#limits;
    if (position - this.#read.reached() > text) this.refuse(`one text is longer than ${text} characters`);
    if (this.#itemFrom !== null && position - this.#itemFrom > item) {
      this.refuse(`one item is longer than ${item} characters`);
    }
  }

  #complain(complaint: string) {
    const unmatched = /unmatched closing tag: (.+)\.$/.exec(complaint)?.[1];
    if (complaint.endsWith("unexpected close tag.")) {
      const { position: at, line, column } = this.#saxes;
      this.#mismatch ??= { at, line, column, expected: this.#lastClosed, found: this.#lastClosed };
    } else if (this.#mismatch && unmatched !== undefined) {
      this.#mismatch.found = unmatched;
    } else {
      this.#settleMismatch();
      this.#refuseFor(complaint);
    }
  }

  /** The parser closes element after element until it meets the one that was named: only then is the mistake known whole. */
  #settleMismatch() {
    if (!this.#mismatch) return;
    const { found, expected } = this.#mismatch;
    refuseAt(this.#mismatch, `closing tag </${found}> found where </${expected}> was expected`);
  }

  #refuseFor(complaint: string): never {
    const late = /entity|unclosed tag|unexpected end/.test(complaint) ? this.#read.ampersand() : null;
    if (late) refuseAt(late, late.reason);
    const visible = complaint.includes("text data outside") ? this.#read.visible() : null;
    return refuseAt(visible ?? this.#saxes, inPlainWords(complaint));
  }
}

function refuseAt({ line, column }: Place, reason: string): never {
  throw new WxrRefused(line, Math.max(1, column), reason);
}

/** Declared entities can multiply and can name files. No export needs one, so the declaration itself is refused. */
function refuseEntities(doctype: string, { line, column }: Place) {
  const at = doctype.search(/<!ENTITY/i);
  if (at < 0) return;
  const behind = doctype.slice(at).split("\n");
  const before = doctype.slice(0, at).split("\n");
  const start = behind.length === 1 ? column - doctype.length + at : (before.at(-1)?.length ?? 0) + 1;
  const reason = "the file declares entities (<!ENTITY>), which no WordPress export does and which can do harm";
  refuseAt({ line: line - behind.length + 1, column: start }, reason);
}
