import { addressOf } from "../posts/address";

/** Where a comment stands in its conversation, for good. */
export const permalinkOf = (post: { key: string; slug: string }, key: string): string =>
  `${addressOf(post)}?c=${key}#c-${key}`;
