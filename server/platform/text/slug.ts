const longest = 80;
const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
};

/**
 * The readable part of an address: lower case, ASCII where the letters are Latin, other scripts as they are, words joined
 * by single hyphens, 1-80 UTF-16 units. Two titles may share one: the key beside it tells them apart.
 */
export function slugOf(title: string): string {
  const words = title
    .toWellFormed()
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(\p{sc=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .replace(/[ßæœøđðþłħı]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’ʼ]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return shortened(words) || "untitled";
}

/** Ends at a word where there is one, and never in the middle of a character. */
function shortened(words: string): string {
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest + 1);
  const word = cut.lastIndexOf("-");
  return word > longest / 2 ? cut.slice(0, word) : cut.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
}
