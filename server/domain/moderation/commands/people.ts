import type { Member } from "#/db/schema/members";
import { type Acting, atomically, type Reading } from "../../context";
import * as members from "../../members/commands";
import { logAct } from "../act";

/** Shuts a member out, in the log's sight. */
export const suspendMember = (ctx: Acting, it: { memberId: string; reason: string }) =>
  atomically(ctx, async (ctx) => {
    await members.suspendMember(ctx, it);
    await logAct(ctx, { act: "suspend", ...it });
  });

/** Lets a suspended member in again. */
export const restoreMember = (ctx: Acting, { memberId }: { memberId: string }) =>
  atomically(ctx, async (ctx) => {
    await members.restoreMember(ctx, { memberId });
    await logAct(ctx, { act: "restore", memberId });
  });

/** Makes somebody owner, moderator or member. */
export const changeRole = (ctx: Acting, { memberId, role }: { memberId: string; role: Member["role"] }) =>
  atomically(ctx, async (ctx) => {
    await members.changeRole(ctx, { memberId, role });
    await logAct(ctx, { act: "change-role", memberId, reason: role });
  });

/** The same from the shell, by whoever runs the site. */
export const appoint = (ctx: Reading, { handle, role }: { handle: string; role: Member["role"] }) =>
  atomically(ctx, async (ctx) => {
    const memberId = await members.appoint(ctx, { handle, role });
    await logAct(ctx, { act: "change-role", memberId, reason: role });
  });
