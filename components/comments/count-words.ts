const many = (count: number, one: string, more: string): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

/** "12 comments by 5 people": how many voices there are says more than how often they spoke. */
export function countWords(count: { comments: number; people: number } | undefined): string {
  if (!count || count.comments === 0) return "No comments yet";
  return `${many(count.comments, "comment", "comments")} by ${many(count.people, "person", "people")}`;
}
