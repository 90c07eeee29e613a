import type { MarkdownIt, StateInline } from "markdown-it";

/** 3-30 of a-z 0-9 _ -, as a handle is. What follows must not make it an address elsewhere (`@candy@host`, `@candy.example`). */
const mention = /@([a-z0-9_-]{3,30})(?![a-z0-9_@/-]|\.[a-z0-9])/iy;
const partOfAWord = /[\p{L}\p{N}\p{M}_@./+-]$/u;

/** `@handle` leads to the member's page. Code and links keep theirs as text. */
export function mentions(md: MarkdownIt) {
  md.inline.ruler.push("mention", (state, silent) => {
    if (state.linkLevel > 0 || state.src[state.pos] !== "@") return false;
    if (partOfAWord.test(state.src.slice(Math.max(0, state.pos - 2), state.pos))) return false;

    mention.lastIndex = state.pos;
    const handle = mention.exec(state.src)?.[1];
    if (handle === undefined) return false;
    if (!silent) writeMention(state, handle);
    state.pos += handle.length + 1;
    return true;
  });
}

function writeMention(state: StateInline, handle: string) {
  const opening = state.push("link_open", "a", 1);
  opening.attrs = [
    ["href", `/m/${handle.toLowerCase()}`],
    ["class", "mention"],
  ];
  state.push("text", "", 0).content = `@${handle}`;
  state.push("link_close", "a", -1);
}
