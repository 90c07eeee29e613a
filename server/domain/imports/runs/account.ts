import { z } from "zod";
import { outcome, remarks } from "../bring/outcome";

const counts = z.record(z.string(), z.number());

/** What is kept of a run: what the file holds, what became of it, or why it was not taken. */
export const account = z.object({
  file: z
    .object({
      posts: z.number(),
      pages: z.number(),
      comments: z.number(),
      pingbacks: z.number(),
      trackbacks: z.number(),
      replies: z.number(),
      maxDepth: z.number(),
      authors: z.number(),
      skipped: counts,
      repaired: z.array(z.string()),
    })
    .nullable()
    .default(null),
  outcome: outcome.nullable().default(null),
  refused: z.object({ line: z.number(), column: z.number(), reason: z.string() }).nullable().default(null),
  failure: z.string().nullable().default(null),
  seconds: z.number().nullable().default(null),
});
export type Account = z.infer<typeof account>;

export const accountFrom = (kept: unknown): Account => account.parse(kept ?? {});

/** One heading of an account in words, and its lines. */
export type Chapter = { title: string; lines: string[] };

const many = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

const readings: Record<string, [string, string]> = {
  attachment: ["attachment", "attachments"],
  nav_menu_item: ["menu entry", "menu entries"],
  none: ["item without a type", "items without a type"],
};

/** An account as somebody reads it: what came in, what did not and why, what was mended. */
export function inWords({ file, outcome: became, seconds }: Account, dryRun: boolean): Chapter[] {
  const chapters: Chapter[] = [];
  if (became) chapters.push({ title: dryRun ? "What would come in" : "What came in", lines: cameIn(became) });
  const remarked = Object.entries(remarks).flatMap(([name, [one, more]]) => {
    const count = became?.remarks[name] ?? 0;
    return count > 0 ? [many(count, one, more)] : [];
  });
  if (remarked.length > 0) chapters.push({ title: "Worth knowing", lines: remarked });
  if (file) chapters.push(...ofFile(file));
  if (seconds !== null)
    chapters.push({
      title: "Time",
      lines: [`${Math.max(0.1, seconds).toLocaleString("en", { maximumFractionDigits: 1 })} s`],
    });
  return chapters;
}

function cameIn({ people, posts, pages, comments, tags, addresses }: NonNullable<Account["outcome"]>): string[] {
  const fates = (what: string, of: typeof people, more?: string) => {
    const sum = of.new + of.here + of.changed;
    if (sum === 0) return [];
    const parts = [`${of.new.toLocaleString("en")} new`];
    if (of.changed > 0) parts.push(`${of.changed.toLocaleString("en")} changed`);
    if (of.here > 0) parts.push(`${of.here.toLocaleString("en")} already here`);
    return [`${many(sum, what, more)}: ${parts.join(", ")}`];
  };
  const added = [
    tags > 0 ? many(tags, "tag") : "",
    addresses > 0 ? many(addresses, "old address", "old addresses") : "",
  ];
  return [
    ...fates("author", people),
    ...fates("post", posts),
    ...fates("page", pages),
    ...fates("comment", comments),
    ...added.filter(Boolean).map((what) => `${what} new`),
    ...([people, posts, pages, comments].every((of) => of.new + of.changed === 0)
      ? ["Nothing new: all of it is here already"]
      : []),
  ];
}

function ofFile(file: NonNullable<Account["file"]>): Chapter[] {
  const skipped = Object.entries(file.skipped).map(([type, count]) => {
    const [one, more] = readings[type] ?? nameOf(type);
    return many(count, one, more);
  });
  const depth = file.replies > 0 ? `, at most ${file.maxDepth} deep` : "";
  const held = [
    `${many(file.authors, "author")} named at its head`,
    `${many(file.posts, "post")}, ${many(file.pages, "page")}`,
    `${many(file.comments, "comment")}, ${many(file.pingbacks, "pingback")}, ${many(file.trackbacks, "trackback")}`,
    `${many(file.replies, "reply", "replies")}${depth}`,
  ];
  return [
    { title: "What the file holds", lines: held },
    { title: "Left out, by type", lines: skipped.length > 0 ? skipped : ["Nothing"] },
    ...(file.repaired.length > 0 ? [{ title: "Mended on the way in", lines: file.repaired }] : []),
  ];
}

const nameOf = (type: string): [string, string] =>
  type.startsWith("comment:")
    ? [`comment of the type “${type.slice(8)}”`, `comments of the type “${type.slice(8)}”`]
    : [`item of the type “${type}”`, `items of the type “${type}”`];

/** The same as lines for a shell. */
export const accountInWords = (told: Account, dryRun: boolean): string[] =>
  inWords(told, dryRun).flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)]);
