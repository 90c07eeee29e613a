import { api } from "../../../api";
import { found } from "../../../found";

/**
 * Where the line under a comment leads. Only what is kept under a comment that the reader may read is led to; counted
 * is what a press on our own page brings, as a log would, and no prefetch.
 */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const { headers } = request;
  const counts =
    headers.get("sec-fetch-site") === "same-origin" &&
    headers.get("sec-fetch-mode") === "navigate" &&
    !/prefetch|prerender/.test(`${headers.get("sec-purpose")} ${headers.get("purpose")}`);
  const { href } = await found((await api()).sites.follow({ key: (await params).key, counts }));
  return new Response(null, {
    status: 302,
    headers: { location: href, "cache-control": "private, no-store", "referrer-policy": "origin" },
  });
}
