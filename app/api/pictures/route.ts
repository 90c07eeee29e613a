import { sentenceOf } from "#/components/refusals";
import { receivePicture } from "#/server/api/pictures";
import { viewerNow } from "#/server/auth/viewer";

/**
 * Takes a picture: from the form on /pictures, which is sent on to that page, or as it is from the writing forms, which
 * get JSON: where it is now, or a sentence that says why not.
 */
export async function POST(request: Request): Promise<Response> {
  const contentType = request.headers.get("content-type");
  const length = Number(request.headers.get("content-length") ?? 0);
  const body = request.body ?? new ReadableStream<Uint8Array>({ start: (none) => none.close() });
  const received = await receivePicture(await viewerNow(), { contentType, length, body });
  const ofForm = /^multipart\/form-data/i.test(contentType ?? "");
  if ("key" in received)
    return ofForm ? seeOther(`/pictures?added=${received.key}#added`) : Response.json(received, { status: 201 });
  const { because, particulars } = received;
  const problem = sentenceOf(because, particulars);
  if (ofForm) return seeOther(`/pictures?${new URLSearchParams({ problem: because, ...textsOf(particulars) })}`);
  return Response.json({ because, problem }, { status: because === "pictures-members-only" ? 403 : 400 });
}

const textsOf = (particulars: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(particulars).map(([name, value]) => [name, String(value)]));

const seeOther = (place: string) => new Response(null, { status: 303, headers: { Location: place } });
