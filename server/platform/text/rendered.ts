import { z } from "zod";

/** Goes up whenever the same source would give other HTML, so that stored bodies can be told apart and made anew. */
export const rendererVersion = 2;

/** `html` is sanitised; `plain` are its words as `plainOf` gives them; `version` is the renderer that made both. */
export const rendered = z.object({ html: z.string(), plain: z.string(), version: z.int() });
export type Rendered = z.infer<typeof rendered>;

export const place = z.object({
  /** This site's own address: links to it become paths, and stay right when the site moves. */
  linkBase: z.string().optional(),
  /** The page an imported body was written for: its relative addresses are resolved against it. */
  relativeTo: z.string().optional(),
  /** The level of a body's first heading, 2-6, so that it fits under those of the page around it. 2 when absent. */
  headingsFrom: z.int().min(2).max(6).optional(),
});
export type Place = z.infer<typeof place>;

/** What crosses to the worker, and what comes back. Only strings and small numbers do. */
export const task = z.object({ door: z.enum(["markdown", "html"]), source: z.string(), place });
export type Task = z.infer<typeof task>;

export const answer = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("done"), rendered }),
  z.object({ type: z.literal("too-complex") }),
  z.object({ type: z.literal("failed"), message: z.string() }),
]);
export type Answer = z.infer<typeof answer>;
