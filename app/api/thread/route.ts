import { z } from "zod";
import { countWords } from "#/components/comments/count-words";
import { shownDepths, threadHtml } from "#/components/comments/thread-html";
import { api } from "../../api";
import { listed } from "../../found";

const asked = z.object({
  post: z.string().max(20).optional(),
  /** A comment, to be read in its context, instead of a post. */
  c: z.string().max(20).optional(),
  order: z.enum(["oldest", "newest", "discussed", "unread"]).default("oldest"),
  cursor: z.string().max(200).optional(),
  /** Of a comment in its context only what was answered, for a page that shows the comment already. */
  rest: z.literal("1").optional(),
  /** A few comments of the post by their keys, with points between them. */
  only: z.string().max(1200).optional(),
});

type Asked = z.infer<typeof asked>;

/** A thread as the island prints it, for a page that was put together without the server's help. */
export async function GET(request: Request): Promise<Response> {
  const read = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!read.success) return new Response("", { status: 400 });
  const html = await (read.data.only
    ? some(read.data.post ?? "", read.data.only)
    : read.data.c
      ? inContext(read.data.c, read.data)
      : ofPost(read.data.post ?? "", read.data));
  if ("refused" in html) return new Response(`${html.refused}\n`, { status: 400 });
  return new Response(html.list, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}

/** Comments that came while the page stood open. */
async function some(postKey: string, only: string) {
  const call = await api();
  const found = await listed(call.comments.some({ postKey, keys: only.split(".") }));
  if ("refused" in found) return found;
  const { items, parents, count, can } = found.list;
  const printed = await around(call, items);
  const html = threadHtml(items, { parents, ...printed, offersReply: can.commentOnceSignedIn });
  return { list: `${html}<i data-count="${countWords(count)}"></i>` };
}

async function ofPost(post: string, { order, cursor }: Asked) {
  const call = await api();
  const thread = await listed(call.comments.thread({ postKey: post, order, cursor }));
  if ("refused" in thread) return thread;
  const { items, cut, deep, branches, next, freshFurther, can } = thread.list;
  const printed = await around(call, items);
  const html = threadHtml(items, { cut, deep, branches, ...printed, offersReply: can.commentOnceSignedIn });
  const href = next && `?${new URLSearchParams({ order, cursor: next })}#comments`;
  const more = href ? `<i data-next="${href}" data-new="${freshFurther}"></i>` : "";
  return { list: html + more };
}

async function inContext(key: string, { cursor, rest }: Asked) {
  const call = await api();
  const there = await listed(call.comments.inContext({ key, cursor }));
  if ("refused" in there) return there;
  const { line, replies, next, deep, freshFurther: fresh, can } = there.list;
  const shown = rest ? replies : [...line, ...replies];
  const last = replies.at(-1);
  const cut = rest && next && last ? { [last.key]: { top: key, after: next, more: 0, fresh } } : {};
  const printed = await around(call, shown);
  const offersReply = can.commentOnceSignedIn;
  return {
    list: threadHtml(shown, {
      here: rest ? undefined : key,
      cut,
      deep,
      ...printed,
      offersReply,
      shownDepth: shownDepths(line),
    }),
  };
}

/** What is printed with each comment. */
async function around({ reactions, sites }: Awaited<ReturnType<typeof api>>, comments: { key: string }[]) {
  const keys = comments.map(({ key }) => key);
  return { reactions: await reactions.ofComments({ keys }), lines: await sites.lines({ keys }) };
}
