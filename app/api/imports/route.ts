import { receiveImport } from "#/server/api/receive-import";
import { viewerNow } from "#/server/auth/viewer";

/** Takes an export: from the form on /imports, which is sent on to that page, or as it is from a program, which gets JSON. */
export async function POST(request: Request): Promise<Response> {
  const contentType = request.headers.get("content-type");
  const query = new URL(request.url).searchParams;
  const body = request.body ?? new ReadableStream<Uint8Array>({ start: (none) => none.close() });
  const received = await receiveImport(await viewerNow(), { contentType, query, body });
  const ofForm = /^multipart\/form-data/i.test(contentType ?? "");
  if ("id" in received) return ofForm ? seeOther("/imports") : Response.json(received, { status: 201 });
  if (ofForm) return seeOther(`/imports?problem=${received.because}`);
  const status = received.because === "import-not-yours" ? 403 : 400;
  return Response.json(received, { status });
}

const seeOther = (place: string) => new Response(null, { status: 303, headers: { Location: place } });
