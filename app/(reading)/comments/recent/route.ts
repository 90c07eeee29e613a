import { recentHtml } from "#/components/comments/recent-html";
import { api } from "../../../api";

/** The recent comments as the sidebar prints them, for a page that stands open while somebody speaks. */
export async function GET(): Promise<Response> {
  const recent = await (await api()).comments.recent();
  const headers = { "content-type": "text/html; charset=utf-8", "x-robots-tag": "noindex" };
  return new Response(`<ol data-keys="${recent.map(({ key }) => key).join(" ")}">${recentHtml(recent)}</ol>`, {
    headers,
  });
}
