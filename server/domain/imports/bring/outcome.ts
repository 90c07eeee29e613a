import { z } from "zod";

/** Everything an account may remark on, and the words for one and for many. */
export const remarks = {
  private: ["private post, kept for its author alone", "private posts, kept for their authors alone"],
  password: [
    "post behind a password, kept for its author alone",
    "posts behind a password, kept for their authors alone",
  ],
  draft: ["draft, kept as a draft", "drafts, kept as drafts"],
  future: ["post planned for later, kept as a draft", "posts planned for later, kept as drafts"],
  trashedPost: ["post in the trash, left out", "posts in the trash, left out"],
  held: ["comment waiting for a look, kept unseen", "comments waiting for a look, kept unseen"],
  spam: ["comment marked as spam, kept unseen", "comments marked as spam, kept unseen"],
  trashedComment: ["comment in the trash, kept unseen", "comments in the trash, kept unseen"],
  elsewhere: [
    "comment under something that does not come in, left out",
    "comments under things that do not come in, left out",
  ],
  orphan: [
    "reply whose parent is not in the file, now at the top",
    "replies whose parents are not in the file, now at the top",
  ],
  ring: ["ring of comments that answer each other, broken", "rings of comments that answer each other, broken"],
  deep: ["reply nested too deep, moved up", "replies nested too deep, moved up"],
  undated: ["thing without a date, given the nearest one known", "things without a date, given the nearest one known"],
  plain: [
    "text too tangled to show as it was, kept as plain text",
    "texts too tangled to show as they were, kept as plain text",
  ],
  untitled: ["post without a title, named by its first words", "posts without a title, named by their first words"],
  left: ["post edited here since, left as it is here", "posts edited here since, left as they are here"],
  gone: ["post deleted here since, not brought back", "posts deleted here since, not brought back"],
  taken: ["old address that another post already has", "old addresses that other posts already have"],
  site: [
    "address of a commenter that was not a web address, left out",
    "addresses of commenters that were not web addresses, left out",
  ],
} as const;

export type Remark = keyof typeof remarks;

const count = z.int().nonnegative().default(0);
const tally = z.object({ new: count, here: count, changed: count }).prefault({});

/** What an import did with what the file holds; in a dry run, what it would do. */
export const outcome = z.object({
  origin: z.string().default(""),
  people: tally,
  posts: tally,
  pages: tally,
  comments: tally,
  tags: count,
  addresses: count,
  remarks: z.record(z.string(), z.number()).default({}),
});
export type Outcome = z.infer<typeof outcome>;

export const nothingYet = (origin: string): Outcome => outcome.parse({ origin });

/** Adds to what is remarked on. */
export function remark(to: Outcome, what: Remark, times = 1): void {
  if (times > 0) to.remarks[what] = (to.remarks[what] ?? 0) + times;
}
