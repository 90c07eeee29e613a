import type { Reading } from "../context";
import { ownersHere } from "../members/queries";
import { linkOf, makeLink } from "./links";

/**
 * The way in for the first owner: a link that works once, for a day. Made anew at every start while nobody owns the
 * site, so that only the one printed last works.
 * @returns its path, or null where the site has an owner
 */
export async function ownerLink(ctx: Reading): Promise<string | null> {
  if ((await ownersHere(ctx)) > 0) return null;
  return `/first/${await makeLink(ctx, { purpose: "owner", subject: "" })}`;
}

/** What somebody who opens such a link finds: a free place, a link that is over, or an owner who was here before. */
export async function ownerLinkState(ctx: Reading, { token }: { token: string }): Promise<"open" | "over" | "taken"> {
  if ((await ownersHere(ctx)) > 0) return "taken";
  return (await linkOf(ctx, "owner", token)) ? "open" : "over";
}
