import { threadHtml } from "#/components/comments/thread-html";
import { z } from "zod";
import { api } from "../../api";
import { found } from "../../found";

const asked = z.object({
  post: z.string().max(20),
  order: z.enum(["oldest", "newest", "discussed"]).default("oldest"),
  cursor: z.string().max(200).optional(),
});

/** A thread as the island prints it, for a page that was put together without the server's help. */
export async function GET(request: Request): Promise<Response> {
  const read = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!read.success) return new Response("", { status: 400 });
  const call = await api();
  const { post, order, cursor } = read.data;
  const { href } = await found(call.posts.byKey({ key: post }));
  const { items, cut, can } = await found(call.comments.thread({ postKey: post, order, cursor }));
  const html = threadHtml(items, { at: href, cut, offersReply: can.commentOnceSignedIn });
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}
