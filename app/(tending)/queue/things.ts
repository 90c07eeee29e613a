import type { Inputs } from "#/server/api/types";

export type Thing = Inputs["moderation"]["toJudge"]["thing"];

/** The post or comment a form is about. */
export const thingFrom = (text: (name: string) => string): Thing =>
  text("comment") ? { comment: text("comment") } : { post: text("post") };

/** Its name in an address: `comment-KEY`. */
export const nameOf = (thing: Thing): string =>
  "comment" in thing ? `comment-${thing.comment}` : `post-${thing.post}`;

/** The thing such a name means. */
export function thingNamed(name: string): Thing | null {
  const [kind, key = ""] = name.split("-");
  if (!/^[0-9a-z]{10}$/.test(key)) return null;
  return kind === "comment" ? { comment: key } : kind === "post" ? { post: key } : null;
}

/** The page where one thing is judged. */
export const pageOf = (thing: Thing): string =>
  "comment" in thing ? `/c/${thing.comment}/hide` : `/p/${thing.post}/hide`;

/** The pages of the queue, as far as an act may arrive at them again; anything else becomes the queue. */
export const placeOf = (text: string): string =>
  text === "/queue/held" || /^\/[cp]\/[0-9a-z]{10}\/hide$/.test(text) ? text : "/queue";

/** A page with what was just done there. */
export const withDeed = (place: string, did: string, thing: Thing): string =>
  `${placeOf(place)}?${new URLSearchParams({ did, thing: nameOf(thing) })}`;
