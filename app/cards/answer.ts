import { callerFor } from "#/server/api/caller";
import { draw } from "./draw";
import { type Words, wordsOfPost, wordsOfSite } from "./words";

const text = (status: number, sentence: string, headers: Record<string, string> = {}) =>
  new Response(`${sentence}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });

async function answerWith(words: Words | null): Promise<Response> {
  if (!words) return text(404, "There is no such card.");
  const png = await draw(words);
  if (!png) return text(503, "Too many cards are asked for. Please try again in a moment.", { "Retry-After": "5" });
  return new Response(new Uint8Array(png), { headers: { "Content-Type": "image/png" } });
}

/** The card of the whole site. */
export const cardOfSite = async (): Promise<Response> => answerWith(await wordsOfSite(callerFor(null)));

/** The card of a post, whoever asks: only of what a guest may read, and else as if there were no such post. */
export const cardOfPost = async (_: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> =>
  answerWith(await wordsOfPost(callerFor(null), (await params).key));
