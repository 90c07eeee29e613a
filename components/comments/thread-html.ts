import type { Outputs } from "#/server/api/types";
import { reactionsHtml } from "../reactions/reactions-html";
import { type Lines, lineHtml } from "../sites/line-html";
import { escaped } from "../ui/escaped";
import { inWords, timeTitle } from "../ui/time-words";

export type ThreadComment = Outputs["comments"]["thread"]["items"][number];

/** How a thread is printed. */
export type Printing = {
  /** The comment the page was opened at. */
  here?: string | undefined;
  /** Where branches go on that are longer than what is shown, by the last comment that is. */
  cut?: Outputs["comments"]["thread"]["cut"];
  /** How many are new where a branch goes on that is too deep for the page, by the key of the comment above it. */
  deep?: Outputs["comments"]["thread"]["deep"];
  /** What was answered below the top comments, by their keys. */
  branches?: Outputs["comments"]["thread"]["branches"];
  /** How each comment was received, by its key. */
  reactions?: Outputs["reactions"]["ofComments"];
  /** What stands in one line under each comment, by its key. */
  lines?: Lines;
  /** What each comment answers, by its key: for comments that are put into a thread which is already on the screen. */
  parents?: Readonly<Record<string, string>>;
  /** A visitor is offered to reply, and asked to sign in then. */
  offersReply?: boolean;
  /** The first that is new to its reader: what leads to the new ones arrives there. */
  firstNew?: string | undefined;
  /** How deep a comment is shown, 0 to 6; where it truly is when not given. */
  shownDepth?: (comment: ThreadComment) => number;
};

/** A thread is indented up to here; what is deeper is read at the address of the comment above it. */
const deepest = 6;

const link = (href: string, words: string, more = ""): string => `<a href=${quoted(href)}${more}>${words}</a>`;

/** Most addresses need no quotes around them; two bytes, some hundred times a page. */
const quoted = (href: string): string => (/^[\w/#.-]+$/.test(href) ? href : `"${escaped(href)}"`);

/** For those who listen: beside a name, in a line of acts and in an empty place an `i` is not seen. */
const unheard = (words: string): string => `<i>${escaped(words)}</i>`;
const counted = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

/** A comment on the page of its post: a thread stands nowhere else, and a hundred whole addresses are 10 KB. */
const addressOf = ({ key }: ThreadComment): string => `?c=${key}#c-${key}`;

/** Comments as one list, in the order they are given. Everything is escaped but the bodies, which were sanitised when written. */
export function threadHtml(comments: readonly ThreadComment[], how: Printing): string {
  const firstNew = comments.find(({ fresh }) => fresh)?.key;
  return `<ol class="thread">${comments.map((comment) => placeHtml(comment, { firstNew, ...how })).join("")}</ol>`;
}

function placeHtml(comment: ThreadComment, how: Printing): string {
  const { key, depth, mine, byPostAuthor } = comment;
  const shown = Math.min(how.shownDepth?.(comment) ?? depth, deepest);
  const classes = [
    "c",
    comment.html !== null && "p-comment h-cite",
    mine && "c--mine",
    byPostAuthor && "c--author",
    comment.fresh && "c--new",
    how.here === key && "c--here",
  ];
  const opening = `<li class="${classes.filter(Boolean).join(" ")}" id="c-${key}" data-depth=${shown} aria-level=${depth + 1}${parentHtml(how.parents?.[key])} tabindex=-1>`;
  const inside = comment.html === null ? goneHtml(comment, how) : saidHtml(comment, comment.html, how);
  const anchor = how.firstNew === key ? '<i id="new"></i>' : "";
  return `${opening}${anchor}${inside}${branchHtml(comment, how)}${onwardHtml(comment, shown, how)}${restHtml(key, how)}</li>`;
}

const parentHtml = (key: string | undefined): string => (key ? ` data-parent="${key}"` : "");

function saidHtml(comment: ThreadComment, html: string, how: Printing): string {
  return [
    headHtml(comment, how),
    noticeHtml(comment),
    bodyHtml(html, how.here === comment.key),
    lineHtml(comment.key, how.lines?.[comment.key]),
    actsHtml(comment, how),
  ].join("");
}

/** From this length on, in characters of HTML, a comment is shown in part where a script runs, with a way to read on. */
const long = 12_000;

function bodyHtml(html: string, isHere: boolean): string {
  const isLong = html.length > long && !isHere;
  const body = `<div class="c-body prose e-content${isLong ? " c-long" : ""}" dir=auto>${html}</div>`;
  return isLong ? `${body}<button type="button" class="c-on">Read on</button>` : body;
}

function headHtml(comment: ThreadComment, how: Printing): string {
  const badges = [
    comment.fresh && '<span class="badge badge--accent c-new">new</span>',
    comment.byPostAuthor && '<span class="badge badge--accent">author</span>',
    comment.guest && '<span class="badge" title="has no account here">guest</span>',
    comment.kind !== "comment" && `<span class="badge">${comment.kind}</span>`,
    comment.pinnedBy &&
      `<span class="badge" title="chosen by ${comment.pinnedBy === "author" ? "whoever wrote the post" : "a moderator"}">pinned</span>`,
    comment.continuedAt &&
      `<span class="badge" title="the last ${escaped(timeTitle(comment.continuedAt))}">${comment.parts} parts</span>`,
    comment.editedAt &&
      link(`/c/${comment.key}/history`, "edited", ` class="badge" title="${escaped(timeTitle(comment.editedAt))}"`),
  ];
  const when = link(addressOf(comment), timeHtml(comment.writtenAt), " class=u-url");
  return `<div class=c-head>${writerHtml(comment)}${when}${badges.filter(Boolean).join("")}${unheard(placeInWords(comment, how))}</div>`;
}

/** Who wrote it, for programs that read the page (microformats2); what is ours alone is not quoted, to save bytes. */
const writer = ' class="p-author h-card"';

/** A member leads to their page; somebody from elsewhere to their own site, if it is one. */
function writerHtml({ author }: ThreadComment): string {
  if (!author) return "";
  const name = `<bdi>${escaped(author.name)}</bdi>`;
  if (author.handle) return link(`/m/${author.handle}`, name, writer);
  const site = author.site && /^https?:\/\//i.test(author.site) ? author.site : null;
  return site ? link(site, name, `${writer} rel="nofollow ugc noopener"`) : `<a${writer}>${name}</a>`;
}

/** The date in words, the minute in the title; `Times` writes both in the reader's zone. */
const timeHtml = (at: Date): string =>
  `<time class=dt-published datetime=${toSecond(at)} title="${at.toISOString().slice(11, 16)} UTC">${escaped(inWords(at))}</time>`;

const toSecond = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** What the indentation shows, for those who listen: "reply, level 3, to Candy, 4 replies". */
function placeInWords({ key, depth, to, replies }: ThreadComment, { branches }: Printing): string {
  const place = depth === 0 ? "comment" : `reply, level ${depth + 1}${to ? `, to ${to}` : ""}`;
  return replies > 0 && !branches?.[key] ? `${place}, ${counted(replies, "reply", "replies")}` : place;
}

function noticeHtml({ face, hidden }: ThreadComment): string {
  if (hidden)
    return `<p class="c-gone">Hidden by a moderator${ruleHtml(hidden)}. Only its author and the moderators can read it.</p>`;
  return face === "waiting" ? '<p class="c-gone">Waiting for a moderator. Only you can read it until then.</p>' : "";
}

const ruleHtml = ({ rule }: { rule: string | null }): string => (rule ? `: ${escaped(rule)}` : "");

function actsHtml(comment: ThreadComment, how: Printing): string {
  const { key, can, author } = comment;
  const isAnswerable = comment.kind === "comment" && comment.face === "said" && !comment.hidden;
  const replies = can.reply || (how.offersReply && isAnswerable);
  const acts = [
    replies && link(`?reply&c=${key}#reply`, `Reply${unheard(` to ${author?.name ?? "this comment"}`)}`),
    link(`/c/${key}`, "Link"),
    can.continue && link(`/c/${key}/continue`, "Continue"),
    can.edit && link(`/c/${key}/edit`, "Edit"),
    can.delete && link(`/c/${key}/delete`, "Delete"),
    (can.pin || (comment.pinnedBy && can.unpin)) && link(`/c/${key}/pin`, comment.pinnedBy ? "Unpin" : "Pin"),
    can.report && link(`/report?comment=${key}`, "Report"),
    can.hide && link(`/c/${key}/hide`, comment.hidden ? "Unhide" : "Hide"),
    reactionsHtml(key, how.reactions?.[key]),
  ];
  return `<div class=c-acts>${acts.filter(Boolean).join("")}</div>`;
}

/** A place without words: why there are none, and what is still below it. */
function goneHtml(comment: ThreadComment, how: Printing): string {
  const undo = comment.can.undo ? `<div class="c-acts">${link(`/c/${comment.key}/delete`, "Undo")}</div>` : "";
  const id = how.here === comment.key ? "" : unheard(`${placeInWords(comment, how)}: `);
  return `<p class="c-gone">${id}${whyGone(comment)}</p>${undo}`;
}

function whyGone({ face, hidden, mine }: ThreadComment): string {
  switch (face) {
    case "deleted":
      return mine ? "You deleted this comment." : "Deleted by its author.";
    case "hidden":
      return `Hidden by a moderator${ruleHtml(hidden ?? { rule: null })}.`;
    case "apart":
      return "Not available to you.";
    default:
      return "A comment that is not shown.";
  }
}

/** Above the replies to a top comment: "12 replies, latest 3 days ago". */
function branchHtml({ key }: ThreadComment, { branches }: Printing): string {
  const branch = branches?.[key];
  if (!branch) return "";
  const { replies, latest } = branch;
  return `<p class="c-branch">${counted(replies, "reply", "replies")}, ${replies > 1 ? "latest " : ""}<time datetime="${toSecond(latest)}" data-how="ago">${inWords(latest)}</time></p>`;
}

/** Behind the last that is shown of a long branch: the rest, brought in place where a script runs. */
function restHtml(key: string, { cut }: Printing): string {
  const onward = cut?.[key];
  if (!onward) return "";
  const words = onward.more ? counted(onward.more, "more reply", "more replies") : "More replies";
  const href = `?c=${onward.top}&cursor=${onward.after}#comments`;
  return link(href, words + alsoNew(onward.fresh), ` class="c-more" data-rest${newHere(onward.fresh)}`);
}

const alsoNew = (many: number): string => (many > 0 ? `, ${many} new` : "");
const newHere = (many: number): string => (many > 0 ? ` data-new=${many}` : "");

/** Where a branch that is too deep for this page is read on. */
function onwardHtml(comment: ThreadComment, shown: number, how: Printing): string {
  const { key, replies } = comment;
  const href = addressOf(comment);
  if (shown < deepest || replies === 0 || how.here === key) return "";
  const many = how.deep?.[key] ?? 0;
  const words = `continue this thread (${counted(replies, "reply", "replies")}${alsoNew(many)}) →`;
  return link(href, words, ` class="c-more"${many > 0 ? ` data-rest=deep${newHere(many)}` : ""}`);
}

/** Levels of indentation above a comment that a page was opened at. */
const levelsAbove = 3;

/**
 * How deep the places of a page are shown that was opened at one comment: those nearest above it are indented as far
 * as there is room, all before them stand at one level, and replies go on from there.
 * @param line the comments above it and, at the end, itself
 */
export function shownDepths(line: readonly ThreadComment[]): (comment: ThreadComment) => number {
  const top = line.at(0)?.depth ?? 0;
  const here = line.at(-1)?.depth ?? 0;
  const shownHere = Math.min(here - top, levelsAbove);
  return ({ depth }) => Math.max(0, shownHere + depth - here);
}
