import { z } from "zod";

/** Characters a search may have; what is longer is refused by the query, which can say by how many. */
export const longest = 200;

/** A box that was left empty says nothing. */
const said = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || undefined)
    .optional();

/** What is asked in the box, and beside it in the form; both mean the same things. */
export const asked = z.object({
  q: z.string().max(20_000).default(""),
  from: said(60),
  tag: said(80),
  answers: said(2_000),
  after: said(20),
  before: said(20),
  within: z.enum(["everything", "posts", "comments"]).default("everything"),
  network: z.boolean().default(false),
  mine: z.boolean().default(false),
  order: z.enum(["best", "newest"]).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(50).default(20),
});
export type Asked = z.infer<typeof asked>;
