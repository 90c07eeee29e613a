import { sql } from "drizzle-orm";
import { atomically, type Reading } from "../../context";
import { addMember } from "../../members/commands";
import { ownersHere } from "../../members/queries";
import { setSetting } from "../../settings/commands";
import { fail } from "../errors";
import { ownerLinkState } from "../first-owner";
import { useLink } from "../links";
import { hashPassword } from "../password";
import { isPlain } from "../plain-passwords";
import type { Newcomer } from "./join";
import { keepPassword } from "./keep";
import { sendProof } from "./mail";
import { openSession } from "./sessions";

/** Makes the owner of a site that has none, gives the site its name, and lets the owner in. */
export async function becomeOwner(ctx: Reading, it: Newcomer & { token: string; title: string }): Promise<void> {
  // Before the work of hashing: whoever brings no link could make us do it without end.
  const state = await ownerLinkState(ctx, it);
  if (state !== "open") fail(state === "taken" ? "owner-is-here" : "link-gone");
  if (isPlain(it.password, [it.handle, it.name, it.mail, it.title])) fail("password-too-plain");
  const secret = await hashPassword(it.password);
  const opened = await atomically(ctx, async (ctx) => {
    // Two who bring a link at the same moment take turns, and the second finds an owner.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('kith owners'))`);
    if ((await ownersHere(ctx)) > 0) fail("owner-is-here");
    await useLink(ctx, "owner", it.token);
    const owner = await addMember(ctx, { ...it, mailProven: false, role: "owner" });
    await keepPassword(ctx, owner, secret);
    await setSetting({ ...ctx, viewer: owner }, { key: "site.title", value: it.title });
    await sendProof(ctx, owner, it.mail, it.title);
    return openSession(ctx, owner.id, "first");
  });
  await ctx.client?.keep(opened);
}
