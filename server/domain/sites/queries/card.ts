import { and, asc, count, desc, eq, isNotNull, max, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { commentLinks, siteItems, sites } from "#/db/schema/sites";
import { excerptOf } from "#/server/platform/text";
import { visibleTo } from "../../comments/policy";
import { standing } from "../../connections/queries";
import type { Reading } from "../../context";
import { visibleTo as membersVisibleTo } from "../../members/policy";
import { memberByHandle } from "../../members/queries";
import { tends } from "../../policy";
import { addressOf } from "../../posts/address";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { isCurrent, notBanned } from "../find";

/** So much of what somebody says of themselves, of what they wrote last, and of where they speak. */
const words = 200;
const most = 5;

/**
 * Who somebody is, at a glance: a few words, how the viewer is connected with them, what they wrote last here and on
 * their site, and where they speak. Nothing is in it that this viewer could not read elsewhere; nobody else is asked.
 */
export async function cardOf(ctx: Reading, { handle }: { handle: string }) {
  const member = await memberByHandle(ctx, { handle });
  const { state, shared } = await standing(ctx, { handle: member.handle });
  const site = await siteOf(ctx, member.id);
  const said = await saidBy(ctx, member.id);
  const latest = newest(await postsBy(ctx, member.id), site?.items ?? []);
  return {
    name: member.name,
    handle: member.handle,
    bio: excerptOf(member.bio.replace(/\s+/g, " "), words),
    joinedAt: member.joinedAt,
    suspended: member.suspended,
    is: state.is,
    mutual: shared?.mutual.count ?? 0,
    site: site && { host: site.host, address: site.address, verified: site.verified },
    comments: said.count,
    threads: said.threads,
    latest,
    clicks: ctx.viewer?.id === member.id || tends(ctx.viewer) ? await clicksOf(ctx, member.id) : null,
  };
}

/** What a member wrote last, here and on their site, as far as this viewer may read it: five at most, newest first. */
export const latestOf = async (ctx: Reading, memberId: string) =>
  newest(await postsBy(ctx, memberId), (await siteOf(ctx, memberId))?.items ?? []);

type Piece = { title: string; href: string; writtenAt: Date | null; host: string | null };

const newest = (here: Piece[], elsewhere: Piece[]): Piece[] =>
  [...here, ...elsewhere].toSorted((a, b) => Number(b.writtenAt) - Number(a.writtenAt)).slice(0, most);

/** Whether the site a member names was shown to be theirs. */
export async function isSiteVerified(ctx: Reading, { handle }: { handle: string }): Promise<boolean> {
  const [site] = await ctx.db
    .select({ provenAt: sites.provenAt })
    .from(members)
    .innerJoin(sites, isCurrent)
    .where(and(eq(members.handle, handle), notBanned(sites.host), membersVisibleTo(ctx.viewer)));
  return Boolean(site?.provenAt);
}

async function siteOf(ctx: Reading, memberId: string) {
  const { "latest.on": on } = await settingsOf(ctx);
  const [site] = await ctx.db
    .select({ id: sites.id, host: sites.host, address: sites.address, provenAt: sites.provenAt })
    .from(members)
    .innerJoin(sites, isCurrent)
    .where(and(eq(members.id, memberId), notBanned(sites.host)));
  if (!site) return null;
  const items = on
    ? await ctx.db
        .select({ title: siteItems.title, href: siteItems.url, writtenAt: siteItems.writtenAt })
        .from(siteItems)
        .where(and(eq(siteItems.siteId, site.id), isNotNull(siteItems.place)))
        .orderBy(asc(siteItems.place))
        .limit(most)
    : [];
  const verified = site.provenAt !== null;
  return { host: site.host, address: site.address, verified, items: items.map((it) => ({ ...it, host: site.host })) };
}

async function postsBy({ db, viewer }: Reading, memberId: string) {
  const rows = await db
    .select({ title: posts.title, key: posts.key, slug: posts.slug, writtenAt: posts.publishedAt })
    .from(posts)
    .where(and(eq(posts.authorId, memberId), isNotNull(posts.publishedAt), postVisibleTo(viewer)))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(most);
  return rows.map(({ key, slug, ...it }) => ({ ...it, href: addressOf({ key, slug }), host: null }));
}

async function saidBy({ db, viewer }: Reading, memberId: string) {
  const theirs = and(eq(comments.authorId, memberId), eq(comments.kind, "comment"), visibleTo(viewer));
  const [all] = await db
    .select({ many: count() })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(theirs);
  const threads = await db
    .select({ title: posts.title, key: posts.key, slug: posts.slug, at: max(comments.writtenAt) })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(theirs)
    .groupBy(posts.id)
    .orderBy(desc(max(comments.writtenAt)))
    .limit(most);
  return {
    count: all?.many ?? 0,
    threads: threads.map(({ title, key, slug, at }) => ({ title, href: addressOf({ key, slug }), at })),
  };
}

async function clicksOf({ db }: Reading, memberId: string): Promise<number> {
  const [row] = await db
    .select({ clicks: sql<number>`coalesce(sum(${commentLinks.clicks}), 0)::int` })
    .from(commentLinks)
    .innerJoin(comments, eq(comments.id, commentLinks.commentId))
    .where(eq(comments.authorId, memberId));
  return row?.clicks ?? 0;
}
