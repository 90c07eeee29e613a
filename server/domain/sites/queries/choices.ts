import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { commentLinks, showsNothing, siteItems, sites } from "#/db/schema/sites";
import type { Acting } from "../../context";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { isCurrent, notBanned } from "../find";

/** So many posts of one's own here are offered beside those of one's site. */
const mostHere = 5;

/**
 * What the viewer can choose to stand under a comment in this thread: the latest of their site as this server knows
 * it, and their posts here. `linked` marks what stands under a comment of theirs in the thread already. Nothing is asked of anybody.
 */
export async function latestToChoose(ctx: Acting, { postKey }: { postKey: string }) {
  const { "latest.on": on, "latest.offered": offered, "latest.badge": badge } = await settingsOf(ctx);
  if (!on) return null;
  const [site, here] = [await itemsOf(ctx, offered, postKey), await postsOf(ctx)];
  const mark = (value: string) => ({ value, linked: site.linked.has(value) });
  return {
    badge,
    /** Nothing was chosen the last time: nothing is offered first. */
    none: site.none,
    site: site.items.map(({ id, title, writtenAt }) => ({ ...mark(`site:${id}`), title, writtenAt })),
    here: here
      .filter(({ key }) => key !== postKey)
      .map(({ key, title, publishedAt }) => ({ ...mark(`post:${key}`), title, writtenAt: publishedAt })),
    /** Whether they name a site at all. */
    hasSite: site.named,
  };
}

async function itemsOf({ db, viewer }: Acting, most: number, postKey: string) {
  const linked = sql<string[]>`array(${linkedIn({ db, viewer }, postKey)})`;
  const [me] = await db
    .select({ named: members.site, id: sites.id, nothingSince: showsNothing.since, linked })
    .from(members)
    .leftJoin(sites, and(isCurrent, notBanned(sites.host)))
    .leftJoin(showsNothing, eq(showsNothing.memberId, members.id))
    .where(eq(members.id, viewer.id));
  const items = me?.id
    ? await db
        .select({ id: siteItems.id, title: siteItems.title, writtenAt: siteItems.writtenAt })
        .from(siteItems)
        .where(and(eq(siteItems.siteId, me.id), isNotNull(siteItems.place)))
        .orderBy(asc(siteItems.place))
        .limit(most)
    : [];
  return { items, none: Boolean(me?.nothingSince), named: me?.named !== null, linked: new Set(me?.linked) };
}

const postsOf = ({ db, viewer }: Acting) =>
  db
    .select({ key: posts.key, title: posts.title, publishedAt: posts.publishedAt })
    .from(posts)
    .where(
      and(
        eq(posts.authorId, viewer.id),
        isNotNull(posts.publishedAt),
        isNull(posts.hiddenAt),
        eq(posts.audience, "everyone"),
        postVisibleTo(viewer),
      ),
    )
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(mostHere);

/** What stands under the viewer's own comments of a thread, as a choice names it. */
const linkedIn = ({ db, viewer }: Pick<Acting, "db" | "viewer">, postKey: string) =>
  db
    .select({ value: sql<string>`coalesce('site:' || ${commentLinks.itemId}, 'post:' || ${posts.key})` })
    .from(commentLinks)
    .innerJoin(comments, eq(comments.id, commentLinks.commentId))
    .leftJoin(posts, eq(posts.id, commentLinks.postId))
    .where(
      and(
        eq(comments.authorId, viewer.id),
        isNull(commentLinks.removedAt),
        eq(comments.postId, db.select({ id: posts.id }).from(posts).where(eq(posts.key, postKey))),
      ),
    );
