import type { Action } from "#/components/client/act-form";
import type { FormAnswer } from "#/components/client/form-answer";
import { inOneLook, viewerNow } from "#/server/auth/viewer";
import { continueComment } from "../../../(reading)/c/actions";
import { comment, editComment } from "../../../(reading)/p/actions";
import { react } from "../../../(reading)/c/[key]/react/actions";
import { report } from "../../../(reading)/report/actions";
import { editPost, writePost } from "../../../(writing)/write/actions";

/** The forms that a script carries, by name: each is answered by the very action that answers it without one. */
const doors: Record<string, Action | undefined> = {
  comment,
  "edit-comment": editComment,
  continue: continueComment,
  write: writePost,
  "edit-post": editPost,
  react,
  report,
};

/** Answers a form that a script has sent: what its Server Action answers, as JSON, with where to go instead of going there. */
export async function POST(request: Request, { params }: { params: Promise<{ form: string }> }): Promise<Response> {
  const { form } = await params;
  const action = Object.hasOwn(doors, form) ? doors[form] : undefined;
  if (!action || !request.headers.has("kith-form")) return new Response("There is no such form.\n", { status: 404 });
  return inOneLook(async () => {
    if (await isAnother(request.headers.get("kith-form"))) return Response.json(another);
    const data = await request.formData().catch(() => null);
    if (!data) return new Response("This form cannot be read.\n", { status: 400 });
    return Response.json(await action(null, data), { headers: { "cache-control": "private, no-store" } });
  });
}

/** Whether somebody else is signed in by now than the page was made for that sends this: their name is not put to it. */
async function isAnother(who: string | null): Promise<boolean> {
  const viewer = await viewerNow();
  return viewer !== null && who !== "-" && who !== viewer.handle;
}

const another = {
  typed: {},
  problem: "Somebody else is signed in here by now. Your words are kept on this device, for you alone.",
  problems: {},
} as const satisfies FormAnswer;
