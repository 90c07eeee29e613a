import { config } from "../../platform/config";

/** What a letter says: a greeting line, paragraphs, and at most one thing to do. */
export type Words = {
  paragraphs: readonly string[];
  /** The one thing to do, by an address on this site. */
  act?: { label: string; path: string };
  /** Quieter, below: why they get this, and what to do if they did not ask for it. */
  foot: string;
};

/** The public address of something here. Links in letters are built on nothing else. */
export const addressOf = (path: string): string => `${config().url}${path}`;

/** Sets the words of a letter in both kinds of body. */
export function compose(site: string, { paragraphs, act, foot }: Words): { text: string; html: string } {
  const link = act && addressOf(act.path);
  const text = [...paragraphs, ...(act ? [`${act.label}:\n${link}`] : []), foot, `-- \n${site}\n${config().url}`];
  const html = [
    ...paragraphs.map((words) => `<p>${escape(words)}</p>`),
    ...(act && link
      ? [
          `<p><a href="${escape(link)}" style="${button}">${escape(act.label)}</a></p>`,
          `<p style="${quiet}">Or copy this address: ${escape(link)}</p>`,
        ]
      : []),
    `<p style="${quiet}">${escape(foot)}</p>`,
    `<p style="${quiet}"><a href="${escape(config().url)}">${escape(site)}</a></p>`,
  ];
  return {
    text: `${text.join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escape(site)}</title></head><body style="${body}">${html.join("\n")}</body></html>`,
  };
}

const body = "font: 17px/1.55 Georgia, serif; max-width: 34em; margin: 2em auto; padding: 0 1em";
const quiet = "font-size: 14px; opacity: 0.75; overflow-wrap: anywhere";
const button =
  "display: inline-block; padding: 0.6em 1.1em; border-radius: 0.4em; background: #7a3b1d; color: #ffffff; text-decoration: none";

const escape = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
