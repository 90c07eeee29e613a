import { and, eq, gt } from "drizzle-orm";
import { comments, guestWords } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { addressOf } from "../../posts/address";
import type { Reading } from "../../context";
import { DomainError } from "../../errors";
import { hashOf } from "../../identities/token";
import { placeFor } from "../place";

/** What waits for a link to be used; null when it was used, has run out or never was. */
export async function waitingFor({ db, now }: Reading, token: string) {
  const [row] = await db
    .select({ words: guestWords, postKey: posts.key, parentKey: comments.key })
    .from(guestWords)
    .innerJoin(posts, eq(posts.id, guestWords.postId))
    .leftJoin(comments, eq(comments.id, guestWords.parentId))
    .where(and(eq(guestWords.tokenHash, hashOf(token)), gt(guestWords.expiresAt, now())));
  return row ?? null;
}

/** A guest's words before they are confirmed, for whoever has the link. Looking does not use it up. */
export async function guestLetter(ctx: Reading, { token }: { token: string }) {
  const waiting = await waitingFor(ctx, token);
  if (!waiting) return null;
  const { name, source } = waiting.words;
  const place = { postKey: waiting.postKey, parentKey: waiting.parentKey ?? undefined };
  try {
    const { post } = await placeFor(ctx, place);
    return { name, source, post: { title: post.title, href: addressOf(post) }, refused: null };
  } catch (error) {
    // A post that may not be read any more is not named, not even to them.
    if (!(error instanceof DomainError)) throw error;
    return { name, source, post: null, refused: error.because };
  }
}
