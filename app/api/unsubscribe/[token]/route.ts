import { TRPCError } from "@trpc/server";
import { sentenceOf } from "#/components/refusals";
import { api } from "../../../api";

type Asked = { params: Promise<{ token: string }> };

/**
 * Ends what a letter told of, for whoever sends its link as a form: a mail program (RFC 8058), which is answered in a
 * word and never sent elsewhere, or the button on the link's own page, which leads back to it.
 */
export async function POST(request: Request, { params }: Asked): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => new FormData());
  const { subscriptions } = await api();
  try {
    if (form.get("again")) await subscriptions.resumeByLetter({ token });
    else await subscriptions.endByLetter({ token });
  } catch (error) {
    if (!(error instanceof TRPCError) || error.message !== "no-such-letter") throw error;
    if (!form.has("page")) return said(sentenceOf("no-such-letter"), 404);
  }
  if (form.has("page")) return new Response(null, { status: 303, headers: { Location: `/unsubscribe/${token}` } });
  return said("You will get no more letters about this conversation.", 200);
}

const said = (sentence: string, status: number) =>
  new Response(`${sentence}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
