import { cardHtml } from "#/components/sites/card-html";
import { api } from "../../../../api";
import { found } from "../../../../found";

/** The card of a member, as it is put beside their name: made for whoever asks. */
export async function GET(_: Request, { params }: { params: Promise<{ handle: string }> }): Promise<Response> {
  const card = await found((await api()).sites.card({ handle: (await params).handle }));
  return new Response(cardHtml(card), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}
