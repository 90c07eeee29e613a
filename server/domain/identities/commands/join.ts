import { atomically, type Reading } from "../../context";
import { addMember } from "../../members/commands";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { countJoining } from "../limits";
import { takesMembers } from "../open";
import { hashPassword } from "../password";
import { isPlain } from "../plain-passwords";
import { keepPassword } from "./keep";
import { sendProof } from "./mail";
import { openSession } from "./sessions";

export type Newcomer = { name: string; handle: string; mail: string; password: string };

/** Makes a member with a password, and lets them in. Their mail is proven later, by the link that is sent to it. */
export async function join(ctx: Reading, it: Newcomer): Promise<{ handle: string }> {
  const settings = await settingsOf(ctx);
  if (!(await takesMembers(ctx, settings))) fail("not-open");
  await countJoining(ctx, settings);
  if (isPlain(it.password, [it.handle, it.name, it.mail, settings["site.title"]])) fail("password-too-plain");
  const secret = await hashPassword(it.password);
  const opened = await atomically(ctx, async (ctx) => {
    const member = await addMember(ctx, { ...it, mailProven: false, role: "member" });
    await keepPassword(ctx, member, secret);
    await sendProof(ctx, member, it.mail, settings["site.title"]);
    return openSession(ctx, member.id, "password");
  });
  await ctx.client?.keep(opened);
  return { handle: it.handle };
}
