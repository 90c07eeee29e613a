/** Words in pieces of at most so many characters: cut between paragraphs, else between lines, else between words. */
export function partsOf(source: string, most: number): string[] {
  const characters = Array.from(source);
  if (characters.length <= most) return source.trim() === "" ? [] : [source.trim()];
  const room = characters.slice(0, most).join("");
  const cut =
    ["\n\n", "\n", " "].map((sign) => room.lastIndexOf(sign)).find((at) => at > room.length / 2) ?? room.length;
  return [room.slice(0, cut).trim(), ...partsOf(source.slice(cut).replace(/^(?:\n+| )/, ""), most)].filter(
    (part) => part !== "",
  );
}
