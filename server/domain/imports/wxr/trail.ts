/** A character of the file, both counted from 1. */
export type Place = { line: number; column: number };

/** What goes before a culprit, found by looking again at what was read since the last thing the parser reported. */
export type Culprit = Place & { reason: string };

/**
 * Remembers what was read since the parser's last event. The parser notices two mistakes late: a bare `&` only at the next
 * `;`, and text outside the document only at the next `<`. Here their true place is found again. The text is the parser's
 * own, so remembering it costs no memory.
 */
export function trail() {
  let pieces: string[] = [];
  let fed = 0;
  let from = 0;
  let event = { at: 0, line: 1, column: 0, inMarkup: false };

  const since = () => pieces.join("").slice(event.at - from);

  function placeOf(text: string, index: number): Place {
    const lines = text.slice(0, index + 1).split(/\r\n|\r|\n/);
    const last = Array.from(lines.at(-1) ?? "").length;
    return { line: event.line + lines.length - 1, column: lines.length > 1 ? last : event.column + last };
  }

  return {
    feed(text: string) {
      pieces.push(text);
      fed += text.length;
    },

    /** An event ended at this position. `inMarkup`: what follows is inside `<…>` and not text or an attribute. */
    reach(at: number, { line, column }: Place, inMarkup: boolean) {
      event = { at, line, column, inMarkup };
      if (pieces.length > 1) pieces = pieces.slice(-1);
      from = fed - (pieces[0]?.length ?? 0);
    },

    position: () => fed,

    /** The position of the last event. */
    reached: () => event.at,

    /** The first character that can be seen, for text where none may stand. */
    visible(): Place | null {
      const text = since();
      const index = text.search(/[^\s]/);
      return index < 0 ? null : placeOf(text, index);
    },

    /** The first `&` that begins nothing XML knows, unless the file ends before it could be told. */
    ampersand(): Culprit | null {
      if (event.inMarkup) return null;
      const text = since().split("<", 1)[0] ?? "";
      const index = text.search(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
      const rest = text.slice(index, index + 40);
      if (index < 0 || /^&#?\w*$/.test(rest)) return null;
      const [entity] = /^&\w+;/.exec(rest) ?? [];
      const reason = entity ? `${entity} is an entity that XML does not know` : "& found that is not written &amp;";
      return { ...placeOf(text, index), reason };
    },
  };
}
