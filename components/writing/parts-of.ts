/**
 * Words in pieces of at most so many characters: cut between paragraphs, else between lines, else between words. The
 * work grows with their length alone, however small the pieces.
 * @param most 1 at least
 */
export function partsOf(source: string, most: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < source.length; ) {
    const piece = pieceAt(source, at, most);
    parts.push(piece.trim());
    at += piece.length;
    // What it was cut at stands in neither of the two.
    if (source[at] === " ") at += 1;
    else while (source[at] === "\n") at += 1;
  }
  return parts.filter((part) => part !== "");
}

function pieceAt(source: string, from: number, most: number): string {
  const room = Array.from(source.slice(from, from + 2 * most))
    .slice(0, most)
    .join("");
  if (from + room.length >= source.length) return room;
  const cut = ["\n\n", "\n", " "].map((sign) => room.lastIndexOf(sign)).find((at) => at > room.length / 2);
  return room.slice(0, cut);
}
