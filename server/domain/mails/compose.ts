import { config } from "../../platform/config";

/** What a letter says: a greeting line, paragraphs, and at most one thing to do. */
export type Words = {
  paragraphs: readonly string[];
  /** What others said, each with a way to it. */
  quotes?: readonly { head: string; words: string; path: string }[];
  after?: string;
  /** The one thing to do, by an address on this site. */
  act?: { label: string; path: string };
  /** Quieter, below: why they get this, and what to do if they did not ask for it. */
  foot: string;
  /** Ways out of such letters, under the foot. */
  links?: readonly { label: string; path: string }[];
};

/** The public address of something here. Links in letters are built on nothing else. */
export const addressOf = (path: string): string => `${config().url}${path}`;

/** Sets the words of a letter in both kinds of body. */
export function compose(site: string, letter: Words): { text: string; html: string } {
  const { paragraphs, quotes = [], after, act, foot, links = [] } = letter;
  const text = [
    ...paragraphs,
    ...quotes.map(({ head, words, path }) => `${head}:\n\n${words}\n\n${addressOf(path)}`),
    ...(after ? [after] : []),
    ...(act ? [`${act.label}:\n${addressOf(act.path)}`] : []),
    foot,
    ...links.map(({ label, path }) => `${label}:\n${addressOf(path)}`),
    `-- \n${site}\n${config().url}`,
  ];
  const html = [
    ...paragraphs.map((words) => `<p>${escape(words)}</p>`),
    ...quotes.map(quoteHtml),
    ...(after ? [`<p>${escape(after)}</p>`] : []),
    ...(act ? actHtml(act, quotes.length === 0) : []),
    `<p style="${quiet}">${escape(foot)}</p>`,
    ...links.map(
      ({ label, path }) => `<p style="${quiet}"><a href="${escape(addressOf(path))}">${escape(label)}</a></p>`,
    ),
    `<p style="${quiet}"><a href="${escape(config().url)}">${escape(site)}</a></p>`,
  ];
  return {
    text: `${text.join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escape(site)}</title></head><body style="${body}">${html.join("\n")}</body></html>`,
  };
}

const quoteHtml = ({ head, words, path }: NonNullable<Words["quotes"]>[number]): string =>
  `<p><b dir="auto">${escape(head)}</b> <a href="${escape(addressOf(path))}" style="${quiet}">in its place</a></p><blockquote style="${quote}" dir="auto">${escape(words)}</blockquote>`;

/** @param spelled whether the address stands there to be copied, too */
function actHtml({ label, path }: NonNullable<Words["act"]>, spelled: boolean): string[] {
  const link = escape(addressOf(path));
  const by = `<p><a href="${link}" style="${button}">${escape(label)}</a></p>`;
  return spelled ? [by, `<p style="${quiet}">Or copy this address: ${link}</p>`] : [by];
}

const body = "font: 17px/1.55 Georgia, serif; max-width: 34em; margin: 2em auto; padding: 0 1em";
const quiet = "font-size: 14px; opacity: 0.75; overflow-wrap: anywhere";
const quote = "margin: 0 0 1.5em; padding-left: 1em; border-left: 2px solid #b9a99c; overflow-wrap: anywhere";
const button =
  "display: inline-block; padding: 0.6em 1.1em; border-radius: 0.4em; background: #7a3b1d; color: #ffffff; text-decoration: none";

const escape = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
