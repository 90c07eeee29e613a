const onsets = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "g",
  "gl",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pr",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
];
const vowels = ["a", "e", "i", "o", "u", "ea", "ou"];
const codas = ["l", "m", "n", "r", "rd", "nt", "sk", "p"];

/** How many words there are. */
export const vocabulary = 50_000;

/** The nth most frequent word of a made-up language: pronounceable, each another, longer the rarer. */
export function word(nth: number): string {
  const pick = <One>(from: readonly One[], at: number) => from[at % from.length] ?? from[0];
  let rest = nth;
  const syllables: string[] = [];
  do {
    const onset = pick(onsets, rest);
    rest = Math.floor(rest / onsets.length);
    syllables.push(`${onset}${pick(vowels, rest)}`);
    rest = Math.floor(rest / vowels.length);
  } while (rest > 0);
  return `${syllables.join("")}${pick(codas, nth * 5)}${nth < 22 * 7 ? "o" : ""}`;
}
