import { api } from "../api";
import { description } from "./words";

/** How a browser may search here. */
export async function GET() {
  const site = await (await api()).settings.site();
  const headers = { "content-type": "application/opensearchdescription+xml; charset=utf-8" };
  return new Response(description(site), { headers });
}
