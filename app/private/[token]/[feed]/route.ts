import { TRPCError } from "@trpc/server";
import { sentenceOf } from "#/components/refusals";
import { api } from "../../../api";
import { feedIn } from "../../../feeds/answer";
import { commentEntry, type Feed, postEntry } from "../../../feeds/entries";
import { isLanguage } from "../../../feeds/write";

type Asked = { params: Promise<{ token: string; feed: string }> };

/** A member's private feed: read with their eyes by whoever brings the secret, and kept nowhere on the way. */
export async function GET(_: Request, { params }: Asked): Promise<Response> {
  const { token, feed } = await params;
  const [what = "", language = ""] = feed.split(".", 2);
  try {
    if (!isLanguage(language)) return refused();
    if (what === "posts") return await feedIn(language, await postsFor(token));
    return what === "comments" ? await feedIn(language, await commentsFor(token)) : refused();
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) return refused();
    throw error;
  }
}

async function postsFor(token: string): Promise<Feed> {
  const { name, posts, counts } = await (await api()).syndication.posts({ token });
  const entries = posts.map(postEntry(counts)).map(({ replies: _, ...entry }) => entry);
  return { path: `/private/${token}/posts`, title: `Posts for ${name}`, about: "/", entries };
}

async function commentsFor(token: string): Promise<Feed> {
  const { name, comments } = await (await api()).syndication.comments({ token });
  const entries = comments.map(commentEntry);
  return { path: `/private/${token}/comments`, title: `Comments for ${name}`, about: "/comments", entries };
}

const refused = () =>
  new Response(`${sentenceOf("no-such-feed")}\n`, {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
