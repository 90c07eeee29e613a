import { VisuallyHidden } from "./visually-hidden";

/** A run of words in both versions, only in the new one, or only in the old one. */
export type Change = { kind: "same" | "added" | "taken"; words: string };

/** An unchanged passage longer than this folds its middle, so that changes far apart stand close together. */
const folded = 1200;
const kept = 350;

/**
 * What changed between two versions, in the order of reading. Not by colour alone: old words are struck through, new
 * ones underlined, and whoever listens hears where each begins and ends. `inline` for a title, inside of a heading.
 */
export function WordDiff({ changes, inline }: { changes: readonly Change[]; inline?: boolean }) {
  const Room = inline ? "span" : "div";
  return (
    <Room className={inline ? "diff" : "prose diff"} dir="auto">
      {changes.map(({ kind, words }, at) => {
        if (kind === "same") return <Same key={at} words={words} first={at === 0} last={at === changes.length - 1} />;
        const [Mark, says] = kind === "added" ? (["ins", "added"] as const) : (["del", "taken out"] as const);
        return (
          <Mark key={at}>
            <VisuallyHidden>[{says}: </VisuallyHidden>
            {seen(words)}
            <VisuallyHidden>]</VisuallyHidden>
          </Mark>
        );
      })}
    </Room>
  );
}

/** White space alone would be a change nobody sees. */
const seen = (words: string) =>
  words.trim() === "" ? words.replaceAll("\n", "¶\n").replaceAll(/[^\S\n]/g, "␣") : words;

/** Words in both versions; the middle of a long passage waits until it is opened. */
function Same({ words, first, last }: { words: string; first: boolean; last: boolean }) {
  if (words.length <= folded) return <>{words}</>;
  const from = first ? 0 : words.lastIndexOf("\n", kept) + 1 || words.indexOf(" ", kept) + 1 || kept;
  const end = words.length - kept;
  const to = last ? words.length : words.indexOf("\n", end) + 1 || words.lastIndexOf(" ", end) + 1 || end;
  const middle = words.slice(from, to);
  return (
    <>
      {words.slice(0, from)}
      <details className="diff-same">
        <summary>{wordsIn(middle).toLocaleString("en")} words as before</summary>
        {middle}
      </details>
      {words.slice(to)}
    </>
  );
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;
