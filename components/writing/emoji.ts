export type Emoji = { sign: string; names: string[]; words: string[]; group: string };

let asked: Promise<readonly Emoji[]> | null = null;

/** Every emoji there is, in groups, fetched when somebody first wants one (public/emoji.txt, made by bin/emoji.mjs). */
export function allEmoji(): Promise<readonly Emoji[]> {
  asked ??= fetch("/emoji.txt")
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error("The emoji did not arrive"))))
    .then(read)
    .catch((error: unknown) => {
      asked = null;
      throw error;
    });
  return asked;
}

/** Reads the list: a line a group, a line an emoji. */
export function read(text: string): Emoji[] {
  const found: Emoji[] = [];
  let group = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("= ")) group = line.slice(2);
    const [, sign, names, words = ""] = /^([^\s#=]\S*|#\S+) ([^|]+)(?:\|(.*))?$/.exec(line) ?? [];
    if (sign && names) found.push({ sign, names: names.split(" "), words: words.split(" "), group });
  }
  return found;
}

/** Those a beginning may mean, the nearest first: named so, named with it, known by it. */
export function emojiFor(all: readonly Emoji[], typed: string, most: number): Emoji[] {
  const text = typed.toLowerCase().replace(/^:|:$/g, "");
  const rank = ({ names, words }: Emoji) => {
    if (names.includes(text)) return 0;
    if (names.some((name) => name.startsWith(text))) return 1;
    if (words.some((word) => word.startsWith(text))) return 2;
    return names.some((name) => name.includes(text)) ? 3 : 4;
  };
  const ranked = all.flatMap((emoji) => (rank(emoji) < 4 ? [{ emoji, at: rank(emoji) }] : []));
  return ranked
    .sort((one, two) => one.at - two.at)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}
