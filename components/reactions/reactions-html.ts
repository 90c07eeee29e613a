import { countsInWords, type Received, wayInWords } from "./words";

/**
 * How a comment was received, for the end of the line of what can be done with it. Nothing is changed by following a
 * link: it leads to the page that asks. Its own author is led to who it was.
 */
export function reactionsHtml(key: string, received: Received | undefined): string {
  if (!received) return "";
  const { counts, mine, can } = received;
  const link = (words: string) => `<a href=/c/${key}/react>${words}</a>`;
  const many = countsInWords(counts);
  const way = can.react || mine ? link(wayInWords({ mine })) : "";
  return way + (many && (can.who ? link(many) : `<span>${many}</span>`));
}
