const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  þ: "t",
  ς: "σ",
};

/** A word as `kith_fold` in the database compares it: in small letters, without accents. */
export const foldWord = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, "")
    .replace(/[ßæœøłđðıþς]/g, (letter) => letters[letter] ?? letter);

/** Signs of scripts that write no spaces: each is a word of its own, as in the database. */
const sign = "[\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]";
const word = new RegExp(`${sign}|(?:(?!${sign})[\\p{L}\\p{N}\\p{M}])+`, "gu");

export type Token = { start: number; end: number; folded: string };

/** The words of a text, with where they stand. */
export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    folded: foldWord(found),
  }));
