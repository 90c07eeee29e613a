import { and, asc, desc, eq, exists, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { posts, postTags, tagAliases, tags } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Acting, Reading } from "../../context";
import { decodeCursor, paged } from "../../cursor";
import { fail } from "../errors";
import { visibleTo } from "../policy";
import { behind, selectPosts, shaped } from "../shape";
import { withPinned } from "./pins";

type Page = { cursor?: string | undefined; limit: number };

const isPost = eq(posts.kind, "post");
const placeOf = (cursor: string | undefined) => (cursor ? decodeCursor(cursor) : null);

/** The published posts that fit, newest first, as far as this viewer may read them. */
async function published({ db, viewer }: Reading, fits: SQL | undefined, { cursor, limit }: Page) {
  madeFrom("front");
  const rows = await selectPosts(db, viewer)
    .where(and(visibleTo(viewer), isNotNull(posts.publishedAt), fits, behind(placeOf(cursor))))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit + 1);
  return paged(
    rows.map((row) => shaped(viewer, row)),
    limit,
    ({ id, publishedAt, madeAt }) => ({ at: publishedAt ?? madeAt, id }),
  );
}

/** The front page: posts of everybody, newest first, what is pinned there above them. */
export const frontPage = (ctx: Reading, page: Page) =>
  withPinned(ctx, { cursor: page.cursor }, (others) => published(ctx, and(isPost, others), page));

/** What one member has published, what they pinned above it. An unknown handle has published nothing. */
export const postsOf = (ctx: Reading, { handle, ...page }: Page & { handle: string }) =>
  withPinned(ctx, { handle, cursor: page.cursor }, (others) =>
    published(ctx, and(isPost, eq(members.handle, handle), others), page),
  );

/** The tag with this address, or one that had it before. */
const tagIdAt = (slug: string): SQL => sql`select coalesce(
  (select id from ${tags} where ${tags.slug} = ${slug}),
  (select ${tagAliases.tagId} from ${tagAliases} where ${tagAliases.slug} = ${slug}))`;

export const isTagged = (slug: string): SQL =>
  exists(
    sql`(select 1 from ${postTags} inner join ${tags} on ${tags.id} = ${postTags.tagId}
      where ${postTags.postId} = ${posts.id} and ${tags.id} = (${tagIdAt(slug)}))`,
  );

/** Posts about a subject, with its name. A subject no visible post is about does not exist for this viewer. */
export async function postsTagged(ctx: Reading, { slug, ...page }: Page & { slug: string }) {
  const [tag] = await ctx.db
    .select({ slug: tags.slug, name: tags.name })
    .from(tags)
    .where(sql`${tags.id} = (${tagIdAt(slug)})`);
  if (!tag) return fail("no-such-tag");
  const found = await published(ctx, and(isPost, isTagged(slug)), page);
  if (found.items.length === 0 && !page.cursor) return fail("no-such-tag");
  return { tag, ...found };
}

/** A member's own posts that are planned for later, the next one first. */
export async function plannedPosts({ db, viewer }: Acting, { cursor, limit }: Page) {
  const place = placeOf(cursor);
  const rows = await selectPosts(db, viewer)
    .where(
      and(
        visibleTo(viewer),
        eq(posts.authorId, viewer.id),
        isNotNull(posts.plannedFor),
        place ? sql`(${posts.plannedFor}, ${posts.id}) > (${place.at}, ${place.id})` : undefined,
      ),
    )
    .orderBy(asc(posts.plannedFor), asc(posts.id))
    .limit(limit + 1);
  return paged(
    rows.map((row) => shaped(viewer, row)),
    limit,
    ({ id, plannedFor, madeAt }) => ({ at: plannedFor ?? madeAt, id }),
  );
}

/** A member's own drafts that are not planned, the newest begun first. */
export async function draftsOf({ db, viewer }: Acting, { cursor, limit }: Page) {
  const place = placeOf(cursor);
  const rows = await selectPosts(db, viewer)
    .where(
      and(
        visibleTo(viewer),
        eq(posts.authorId, viewer.id),
        isNull(posts.publishedAt),
        isNull(posts.plannedFor),
        place ? sql`(${posts.madeAt}, ${posts.id}) < (${place.at}, ${place.id})` : undefined,
      ),
    )
    .orderBy(desc(posts.madeAt), desc(posts.id))
    .limit(limit + 1);
  return paged(
    rows.map((row) => shaped(viewer, row)),
    limit,
    ({ id, madeAt }) => ({ at: madeAt, id }),
  );
}
