import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { onwards, ownPath } from "#/components/own-path";
import { addressOfProvider } from "#/server/auth/next-auth";
import { api } from "../../../api";

/**
 * Sends a browser to the provider. A link, so that it works without scripts and without the provider in form-action;
 * another site cannot start it for somebody, because browsers say where a navigation comes from.
 */
export async function GET(request: Request) {
  const to = ownPath(new URL(request.url).searchParams.get("to"));
  const from = (await headers()).get("sec-fetch-site") ?? "none";
  const { provider } = await (await api()).identities.waysIn();
  if (!provider || (from !== "same-origin" && from !== "none")) redirect(onwards("/enter", to));
  redirect(await addressOfProvider(to));
}
