import { notFound } from "next/navigation";
import type { Outputs } from "#/server/api/types";
import { decoded } from "../(reading)/decoded";
import { api } from "../api";
import { publicFeedIn } from "./answer";
import { commentEntry, entriesInFeed as limit, type Entry, postEntry } from "./entries";
import type { Language } from "./write";

type Asked<Params> = (request: Request, asked: { params: Promise<Params> }) => Promise<Response>;

/** What exists for everybody, or null. */
const orNull = <Answer>(asked: Promise<Answer>): Promise<Answer | null> => asked.catch(() => null);

/** Posts as entries, each with how much was said under it. */
export async function entriesOf(posts: Outputs["posts"]["latest"]): Promise<Entry[]> {
  const counts = await (await api()).comments.counts({ postIds: posts.map(({ id }) => id) });
  return posts.map(postEntry(counts));
}

/** The posts of everybody. */
export const postsOfSite = (language: Language) => async (): Promise<Response> => {
  const posts = await (await api()).posts.latest({ limit });
  return publicFeedIn(language, { path: "/posts", title: "Posts", about: "/", entries: await entriesOf(posts) });
};

/** The comments of everybody. */
export const commentsOfSite = (language: Language) => async (): Promise<Response> => {
  const comments = await (await api()).comments.latest({ limit });
  const entries = comments.map(commentEntry);
  return publicFeedIn(language, { path: "/comments", title: "Comments", about: "/comments", entries });
};

/** The posts of one member; none yet is a feed without entries. */
export const postsOfMember =
  (language: Language): Asked<{ handle: string }> =>
  async (_, { params }) => {
    const call = await api();
    const member = await orNull(call.members.byHandle({ handle: (await params).handle }));
    if (!member) notFound();
    const { name, handle } = member;
    const entries = await entriesOf(await call.posts.latest({ limit, handle }));
    return publicFeedIn(language, { path: `/m/${handle}/posts`, title: name, about: `/m/${handle}`, entries });
  };

/** The posts about one subject. */
export const postsAbout =
  (language: Language): Asked<{ slug: string }> =>
  async (_, { params }) => {
    const call = await api();
    const slug = decoded((await params).slug);
    const about = await orNull(call.posts.tagged({ slug, limit: 1 }));
    if (!about) notFound();
    const page = `/t/${encodeURIComponent(slug)}`;
    const entries = await entriesOf(await call.posts.latest({ limit, tag: slug }));
    return publicFeedIn(language, { path: `${page}/posts`, title: about.tag.name, about: page, entries });
  };

/** The comments of one post. Only a post that anybody may read has such a feed: whoever fetches it is a program. */
export const commentsOfPost =
  (language: Language): Asked<{ key: string }> =>
  async (_, { params }) => {
    const call = await api();
    const { key } = await params;
    const post = await orNull(call.posts.byKey({ key }));
    if (post?.audience !== "everyone") notFound();
    const comments = await call.comments.latest({ limit, postKey: key });
    const entries = comments.map(commentEntry);
    return publicFeedIn(language, { path: `/p/${key}/comments`, title: post.title, about: post.href, entries });
  };
