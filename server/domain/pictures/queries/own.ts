import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { pictures } from "#/db/schema/pictures";
import { pictureAddress } from "#/server/platform/text";
import type { Acting } from "../../context";
import { decodeCursor, type page, paged } from "../../cursor";

/** A member's own pictures, the newest first, each with whether something shows it. */
export async function picturesOf({ db, viewer }: Acting, { cursor, limit }: z.infer<typeof page>) {
  const place = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select()
    .from(pictures)
    .where(
      and(
        eq(pictures.memberId, viewer.id),
        isNull(pictures.erasedAt),
        place ? sql`(${pictures.madeAt}, ${pictures.id}) < (${place.at}, ${place.id})` : undefined,
      ),
    )
    .orderBy(desc(pictures.madeAt), desc(pictures.id))
    .limit(limit + 1);
  return paged(
    rows.map((picture) => ({
      id: picture.id,
      key: picture.key,
      address: pictureAddress(picture),
      width: picture.width,
      height: picture.height,
      moving: picture.moving,
      madeAt: picture.madeAt,
    })),
    limit,
    ({ id, madeAt }) => ({ at: madeAt, id }),
  );
}
