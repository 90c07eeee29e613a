import { desc, eq } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { bannedHosts, siteItems, sites } from "#/db/schema/sites";
import { permalinkOf } from "../../comments/address";
import type { Acting } from "../../context";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { fail } from "../errors";
import { isBanned } from "../find";
import { findLine, readablePosts } from "../line";
import { permissions } from "../policy";

/** The line under a comment, for those who may take it away or give it back: the page that asks. */
export async function lineToChange(ctx: Acting, { key }: { key: string }) {
  const line = await findLine(ctx, key);
  const can = permissions(ctx.viewer, line);
  if (!can.remove && !can.restore) return fail("no-such-line");
  const [item] = line.itemId
    ? await ctx.db
        .select({ title: siteItems.title, url: siteItems.url, host: sites.host })
        .from(siteItems)
        .innerJoin(sites, eq(sites.id, siteItems.siteId))
        .where(eq(siteItems.id, line.itemId))
    : [];
  const post = line.postId
    ? (await readablePosts(ctx, [line.postId], postVisibleTo(ctx.viewer))).get(line.postId)
    : undefined;
  return {
    key,
    title: item?.title ?? post?.title ?? null,
    url: item?.url ?? null,
    host: item?.host ?? null,
    banned: item ? await isBanned(ctx, item.host) : false,
    removedAt: line.removedAt,
    clicks: can.seeClicks ? line.clicks : null,
    href: permalinkOf(line.post, key),
    excerpt: line.comment.excerpt,
    mine: ctx.viewer.id === line.comment.authorId,
    can,
  };
}

/** Hosts of which nothing is shown, the latest first. */
export const bannedHere = ({ db }: Acting) =>
  db
    .select({ host: bannedHosts.host, bannedAt: bannedHosts.bannedAt, by: members.name })
    .from(bannedHosts)
    .leftJoin(members, eq(members.id, bannedHosts.bannedById))
    .orderBy(desc(bannedHosts.bannedAt))
    .limit(500);
