import { servePicture } from "#/server/api/pictures";
import { viewerNow } from "#/server/auth/viewer";

type Asked = { params: Promise<{ name: string }> };

/**
 * A picture, for whoever may read something that shows it. It never changes, so a browser keeps it for good; nobody on
 * the way may, since it can be hidden tomorrow.
 */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { name } = await params;
  const viewer = await viewerNow();
  const found = await servePicture(viewer, name, wishOf(new URL(request.url).searchParams));
  if (!found) return new Response("There is no such picture.\n", { status: 404, headers: absent });
  const { bytes, file, type } = found;
  const headers = {
    "Content-Type": type,
    "Content-Disposition": `inline; filename="${file}"`,
    "Content-Security-Policy": nothingElse,
    "Cache-Control": "private, max-age=31536000, immutable",
    Vary: "Cookie",
    ETag: `"${file}"`,
    // What everybody may see may stand in a feed reader's page as well.
    "Cross-Origin-Resource-Policy": viewer ? "same-origin" : "cross-origin",
  };
  if (request.headers.get("if-none-match") === `"${file}"`) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, "Content-Length": String(bytes.length) } });
}

const nothingElse = "default-src 'none'; sandbox";
const absent = {
  "Content-Type": "text/plain; charset=utf-8",
  "Content-Security-Policy": nothingElse,
  "Cache-Control": "private, no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
};

function wishOf(query: URLSearchParams): number | "play" | null {
  if (query.has("play")) return "play";
  const width = Number(query.get("w"));
  return Number.isInteger(width) && width > 0 ? width : null;
}
