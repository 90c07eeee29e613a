import { open } from "#/db/client";
import { settle } from "#/db/seed/village";
import { skeletonOf } from "../domain/members/handle";
import { excerptOf, renderMarkdown } from "../platform/text";
import { morning } from "./morning";

/** Settles the village in an empty, migrated database, as it is on the morning every test begins at. */
export async function settleVillage(url: string): Promise<void> {
  const { db, close } = open(url, { most: 2 });
  try {
    await settle(db, morning, {
      render: (source) => renderMarkdown(source),
      excerpt: (plain) => excerptOf(plain, 300),
      skeleton: skeletonOf,
    });
  } finally {
    await close();
  }
}
