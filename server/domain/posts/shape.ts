import { eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Db } from "#/db/client";
import { members } from "#/db/schema/members";
import { type Post, posts } from "#/db/schema/posts";
import type { Viewer } from "../policy";
import { addressOf } from "./address";
import { blockedFrom, connectedWith, type Nearness } from "./nearness";
import { permissions } from "./policy";

export type TagOfPost = { slug: string; name: string };
export type Author = { id: string; name: string; handle: string };

const { source: _source, html: _html, ...light } = getTableColumns(posts);

/** The subjects of a post, said in SQL over `posts`. */
export const tagsOfPost = sql<TagOfPost[]>`(
  select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.name), '[]'::json)
  from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = ${posts.id})`;

/** What every query of posts fetches: the row without its words, its author, its tags, and the facts the rules need. */
export const fieldsFor = (viewer: Viewer) => ({
  post: light,
  author: { id: members.id, name: members.name, handle: members.handle },
  tags: tagsOfPost,
  connected: connectedWith(viewer, posts.authorId),
  blocked: blockedFrom(viewer, posts.authorId),
});

export type PostRow = { post: Omit<Post, "source" | "html">; author: Author; tags: TagOfPost[] } & Nearness;

/** A select of posts with everything `shaped` needs; add where, order and limit. */
export const selectPosts = (db: Db, viewer: Viewer) =>
  db.select(fieldsFor(viewer)).from(posts).innerJoin(members, eq(members.id, posts.authorId));

/** A post as it travels to a list: no source, no HTML, and what this viewer may do with it. */
export function shaped(viewer: Viewer, { post, author, tags, connected, blocked }: PostRow) {
  return {
    id: post.id,
    key: post.key,
    kind: post.kind,
    slug: post.slug,
    href: addressOf(post),
    title: post.title,
    excerpt: post.excerpt,
    author,
    tags,
    /** Whether it answers an article elsewhere. */
    answers: post.articleId !== null,
    audience: post.audience,
    comments: post.comments,
    /** When its comments closed for their age. */
    commentsClosedAt: post.commentsClosedAt,
    madeAt: post.madeAt,
    publishedAt: post.publishedAt,
    /** Of one's own only: nobody else is given a post before it is published. */
    plannedFor: post.plannedFor,
    plannedZone: post.plannedFor && post.plannedZone,
    editedAt: post.editedAt,
    hidden: post.hiddenAt ? { rule: post.hiddenRule } : null,
    can: permissions(viewer, { ...post, connected, blocked }),
  };
}

/** The condition that a list goes on behind a place in it, newest first. */
export const behind = (place: { at: Date; id: string } | null): SQL | undefined =>
  place ? sql`(${posts.publishedAt}, ${posts.id}) < (${place.at}, ${place.id})` : undefined;
