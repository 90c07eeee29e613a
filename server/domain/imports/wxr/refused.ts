/**
 * A file that is not taken, and where reading stopped: line and column count from 1 in the file as it was given, and name
 * the first character that is wrong, or the last of the tag that is (for a wrong closing tag its `>`); at a sudden end, the
 * last character there is. The column counts characters, not bytes.
 */
export class WxrRefused extends Error {
  readonly line: number;
  readonly column: number;
  readonly reason: string;

  constructor(line: number, column: number, reason: string) {
    super(`line ${line}, column ${column}: ${reason}`);
    this.name = "WxrRefused";
    this.line = line;
    this.column = column;
    this.reason = reason;
  }
}

const sentences: [RegExp, string][] = [
  [/^unclosed tag: (.+)$/, "the file ends before <$1> is closed"],
  [/^unmatched closing tag: (.+)\.$/, "closing tag </$1> found where nothing of that name is open"],
  [/^unexpected end\.$/, "the file ends in the middle of a tag or a comment"],
  [/^document must contain a root element\.$/, "the file ends before its first element"],
  [
    /^text data outside of root node\.$/,
    "text found outside the document: the file is not XML, or something was added to it",
  ],
  [/^unbound namespace prefix: "(.+)"\.$/, "the prefix $1: is used and nowhere declared"],
  [/^malformed character entity\.$/, "a numbered character is used that XML does not allow"],
  [
    /^the string "]]>" is disallowed in char data\.$/,
    "]]> found outside CDATA: a CDATA section inside another ended it too early",
  ],
  [/^documents may contain only one root\.$/, "a second document begins after the end of the first"],
];

/** A complaint of the parser in plain words. What has no sentence of its own is said as the parser says it. */
export function inPlainWords(complaint: string): string {
  const bare = complaint.replace(/^\d+:\d+: /, "");
  for (const [pattern, sentence] of sentences) {
    if (pattern.test(bare)) return bare.replace(pattern, sentence);
  }
  return `not well-formed: ${bare.replace(/\.$/, "")}`;
}
