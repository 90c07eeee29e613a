import MarkdownIt, { type StateBlock, type Token } from "markdown-it";
import { addressOf } from "./addresses";
import { mentions } from "./mentions";

/** Quotes and lists inside one another, in markdown-it's levels (a list takes two). Below that a line is a line of text. */
const deepest = 40;

const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
md.linkify.set({ fuzzyLink: true });
md.validateLink = (address) => addressOf(address) !== null;
md.block.ruler.before("table", "too_deep", linesInsteadOfDepth);
md.renderer.rules.th_open = md.renderer.rules.td_open = cell;
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
