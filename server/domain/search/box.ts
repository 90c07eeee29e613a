import { comparable } from "#/server/platform/text";
import { fail } from "./errors";
import { type Asked, longest } from "./input";

/** A word, or several that stand beside one another. */
export type Term = { words: string; prefix: boolean; not: boolean };

/** What somebody looks for: all of the groups, of each at least one term, among what the rest leaves. */
export type Wish = {
  groups: Term[][];
  from: string | null;
  tag: string | null;
  /** The address of an article that posts answer, or that posts and comments link, in its comparable form. */
  answers: string | null;
  /** From this instant on, and before that one. */
  after: Date | null;
  before: Date | null;
  within: Asked["within"];
  network: boolean;
  mine: boolean;
};

/** More than so many terms nobody types who reads the answers. */
const mostTerms = 16;

const opening = `"“”„«»`;
const piece = new RegExp(
  `(-?)(?:(from|tag|before|after|in|answers):)?(?:[${opening}]([^${opening}]*)[${opening}]?|([^\\s${opening}]+))`,
  "giu",
);

/** Reads the box and the form beside it. What is no operator is words, so nothing anybody types is a mistake of grammar. */
export function wishOf(asked: Asked): Wish {
  const count = Array.from(asked.q).length;
  if (count > longest) fail("search-too-long", { over: count - longest, most: longest });
  const wish: Wish = {
    groups: [],
    from: asked.from ?? null,
    tag: asked.tag ?? null,
    answers: asked.answers ? articleAt(asked.answers) : null,
    after: asked.after ? dayOf(asked.after) : null,
    before: asked.before ? dayOf(asked.before) : null,
    within: asked.within,
    network: asked.network,
    mine: asked.mine,
  };
  let joins = false;
  for (const [whole, minus = "", operator, phrase, bare = ""] of asked.q.matchAll(piece)) {
    const text = phrase ?? bare;
    if (operator && !minus && applies(wish, operator.toLowerCase(), text)) continue;
    if (phrase === undefined && (whole === "OR" || whole === "|")) {
      joins = wish.groups.length > 0;
      continue;
    }
    const term = termOf(operator ? `${operator} ${text}` : text, {
      minus: minus !== "",
      isPhrase: phrase !== undefined,
    });
    if (!term) continue;
    if (joins) wish.groups.at(-1)?.push(term);
    else wish.groups.push([term]);
    joins = false;
  }
  if (wish.groups.flat().length > mostTerms) fail("search-too-many-words", { most: mostTerms });
  return wish;
}

/** Whether anything at all is looked for. */
export const isEmptyWish = ({ groups, from, tag, answers, after, before, network, mine }: Wish): boolean =>
  groups.length === 0 && !from && !tag && !answers && !after && !before && !network && !mine;

/** Takes an operator into the wish; false where it means nothing and is a word like others. */
function applies(wish: Wish, operator: string, text: string): boolean {
  if (text === "") return false;
  switch (operator) {
    case "from":
      if (text.toLowerCase() === "me") wish.mine = true;
      else wish.from = text;
      return true;
    case "tag":
      wish.tag = text;
      return true;
    case "answers":
      wish.answers = articleAt(text);
      return true;
    case "after":
      wish.after = dayOf(text);
      return true;
    case "before":
      wish.before = dayOf(text);
      return true;
    default:
      return narrows(wish, text.toLowerCase());
  }
}

function narrows(wish: Wish, place: string): boolean {
  if (place === "posts" || place === "comments") wish.within = place;
  else if (place === "network") wish.network = true;
  else return false;
  return true;
}

/** Letters, marks and digits in their common form; everything else only parts them. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();

function termOf(text: string, { minus, isPhrase }: { minus: boolean; isPhrase: boolean }): Term | null {
  const words = lettersOf(text);
  if (words === "") return null;
  // A single letter begins half of all words.
  const prefix = !isPhrase && text.endsWith("*") && Array.from(words).length >= 2;
  return { words, prefix, not: minus };
}

const articleAt = (text: string): string => comparable(text) ?? fail("search-bad-address");

const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** The beginning of a year, a month or a day, in UTC. */
function dayOf(text: string): Date {
  const [, year = "", month = "1", day = "1"] = date.exec(text) ?? [];
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = year !== "0000" && read.getUTCFullYear() === Number(year) && read.getUTCMonth() + 1 === Number(month);
  return year && isDay && read.getUTCDate() === Number(day) ? read : fail("search-bad-date");
}
