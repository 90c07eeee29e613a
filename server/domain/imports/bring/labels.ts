import { inArray } from "drizzle-orm";
import type { Db } from "#/db/client";
import { postTags, tags } from "#/db/schema/posts";
import { excerptOf, slugOf } from "#/server/platform/text";
import type { WxrItem } from "../wxr/things";
import { nameOf } from "./words";

/** In code points, as a tag that is typed here. */
const longest = 40;

/** The name WordPress gives to the absence of a category, in any spelling of its slug. */
const none = "uncategorized";

/** The subjects of an item by their slug here: its categories and its tags alike. */
export function labelsOf({ labels }: Pick<WxrItem, "labels">): Map<string, string> {
  const found = labels.flatMap(({ domain, slug, name }) => {
    const shown = excerptOf(nameOf(name), longest);
    const means = (domain === "category" || domain === "post_tag") && shown !== "" && slug !== none;
    return means ? [[slugOf(shown), shown] as const] : [];
  });
  return new Map(found);
}

/** Says what posts are about. Slugs are sorted, so that two who write at once never wait for each other. Gives how many tags are new. */
export async function writeLabels(db: Db, about: { postId: string; labels: Map<string, string> }[]): Promise<number> {
  const names = new Map(about.flatMap(({ labels }) => [...labels]));
  const slugs = [...names.keys()].toSorted();
  if (slugs.length === 0) return 0;
  const made = await db
    .insert(tags)
    .values(slugs.map((slug) => ({ slug, name: names.get(slug) ?? slug })))
    .onConflictDoNothing()
    .returning({ id: tags.id });
  const rows = await db.select({ id: tags.id, slug: tags.slug }).from(tags).where(inArray(tags.slug, slugs));
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const bonds = about.flatMap(({ postId, labels }) =>
    [...labels.keys()].flatMap((slug) => ids.get(slug) ?? []).map((tagId) => ({ postId, tagId })),
  );
  for (let at = 0; at < bonds.length; at += 1000) {
    await db
      .insert(postTags)
      .values(bonds.slice(at, at + 1000))
      .onConflictDoNothing();
  }
  return made.length;
}
