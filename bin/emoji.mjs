import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { within } from "./lib/ground.mjs";

/**
 * Writes public/emoji.txt, the list that is fetched when somebody types `:` or opens the picker: a line for each group
 * (`= Flags`), and below it a line for each emoji: the emoji, its names as they are typed, and after a `|` words it is
 * found by. It is made from the package emojibase-data, which is not installed for it:
 *
 *     npm pack emojibase-data@17.0.0 && tar xzf emojibase-data-17.0.0.tgz && node bin/emoji.mjs package
 */
const folder = process.argv[2];
if (!folder) throw new Error("Say where the package emojibase-data lies: node bin/emoji.mjs package");
const read = (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));
const { version } = read("package.json");
const names = read("en/shortcodes/github.json");
const groups = read("en/messages.json").groups.filter(({ key }) => key !== "component");
const all = read("en/compact.json");

const lines = [`# Names of emoji from emojibase-data ${version}, Copyright (c) Miles Johnson, MIT licence`];
for (const { message, order } of groups) {
  lines.push(`= ${message[0].toUpperCase()}${message.slice(1)}`);
  const here = all.filter(({ group }) => group === order).sort((one, two) => one.order - two.order);
  for (const { unicode, hexcode, label, tags = [] } of here) {
    const typed = [
      names[hexcode] ??
        label
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, "_")
          .replace(/^_|_$/g, ""),
    ].flat();
    const known = typed.join(" ").split(/[ _]/);
    const words = [...label.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...tags].filter((it) => it && !known.includes(it));
    lines.push(`${unicode} ${typed.join(" ")}${words.length > 0 ? `|${[...new Set(words)].join(" ")}` : ""}`);
  }
}
writeFileSync(within("public", "emoji.txt"), `${lines.join("\n")}\n`);
console.log(`${lines.length} lines`);
