import MarkdownIt, { type StateBlock, type StateCore, type Token } from "markdown-it";
import { addressOf } from "./addresses";
import { mentions } from "./mentions";
import { pictureAt } from "./pictures";

/** Quotes and lists inside one another, in markdown-it's levels (a list takes two). Below that a line is a line of text. */
const deepest = 40;

const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
md.linkify.set({ fuzzyLink: true });
md.validateLink = (address) => addressOf(address) !== null;
md.block.ruler.before("table", "too_deep", linesInsteadOfDepth);
md.renderer.rules.th_open = md.renderer.rules.td_open = cell;
const { image } = md.renderer.rules;
md.renderer.rules.image = (tokens, index, ...rest) => playing(tokens[index], image?.(tokens, index, ...rest) ?? "");
md.core.ruler.push("playable", playable);
md.use(mentions);

/** Markdown as HTML, not sanitised yet. */
export const markdownToHtml = (source: string): string => md.render(source);

/** Left alone, markdown-it drops whatever stands deeper than its limit; a person's words stay words. */
function linesInsteadOfDepth(state: StateBlock, startLine: number, endLine: number, silent: boolean) {
  if (silent || state.level < deepest) return false;
  const opening = state.push("paragraph_open", "p", 1);
  opening.map = [startLine, endLine];
  const words = state.push("inline", "", 0);
  words.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  words.map = [startLine, endLine];
  words.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = endLine;
  return true;
}

/** A column's alignment as an attribute, since no style outlives the sanitiser. */
function cell(tokens: Token[], index: number): string {
  const token = tokens[index];
  const align = /text-align:(\w+)/.exec(String(token?.attrGet("style") ?? ""))?.[1];
  return align ? `<${token?.tag} align="${align}">` : `<${token?.tag}>`;
}

/**
 * A picture that moves stands still on the page, and is a link to where it plays: nothing moves that nobody moved. In a
 * link it stays part of that one.
 */
function playable({ tokens }: StateCore) {
  for (const { children } of tokens) {
    let links = 0;
    for (const token of children ?? []) {
      if (token.type === "link_open") links += 1;
      if (token.type === "link_close") links -= 1;
      if (token.type === "image" && links === 0) token.meta = { plays: addressOfMoving(token) };
    }
  }
}

function addressOfMoving(image: Token): string | null {
  const { href } = addressOf(String(image.attrGet("src") ?? "")) ?? { href: "" };
  return pictureAt(href)?.moving ? `${href.replace(/[?#].*$/s, "")}?play` : null;
}

/** An image as markdown-it writes it, in its link where it has one. */
function playing(token: Token | undefined, html: string): string {
  const meta: unknown = token?.meta;
  const plays = typeof meta === "object" && meta !== null && "plays" in meta ? meta.plays : null;
  return typeof plays === "string" ? `<a class="plays" href="${plays}" title="Play this picture">${html}</a>` : html;
}
