/** Where a post is read. The key alone would do; the words are for people. */
export const addressOf = ({ key, slug }: { key: string; slug: string }): string =>
  `/p/${key}/${encodeURIComponent(slug)}`;
