import { contextFor } from "../context";
import { arrivedOn, recentComments } from "../domain/comments/queries";
import { DomainError } from "../domain/errors";
import { sessionByToken } from "../domain/identities/sessions";
import { settingsOf } from "../domain/settings/queries";
import type { Viewer } from "../domain/policy";

/** Whoever holds a session right now; nobody when it has ended. Asked anew before anything is said to them. */
export async function viewerOf(token: string | null): Promise<Viewer> {
  if (token === null) return null;
  return (await sessionByToken(contextFor(null), token))?.member ?? null;
}

/** How many streams may be open, in all and for one. */
export async function streamLimits(): Promise<{ most: number; each: number }> {
  const set = await settingsOf(contextFor(null));
  return { most: set["live.most"], each: set["live.each"] };
}

export type Arrived = Awaited<ReturnType<typeof arrivedOn>>;

/** The keys of what came under a post, as far as this reader may know of it; null when the post is not for them. */
export async function arrivedFor(viewer: Viewer, postKey: string, since: number): Promise<Arrived | null> {
  try {
    return await arrivedOn(contextFor(viewer), { postKey, since });
  } catch (error) {
    if (error instanceof DomainError && error.kind === "missing") return null;
    throw error;
  }
}

/** The keys of the recent comments as this reader has them. */
export const recentFor = async (viewer: Viewer): Promise<string[]> =>
  (await recentComments(contextFor(viewer))).map(({ key }) => key);
