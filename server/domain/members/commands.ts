import { eq, sql } from "drizzle-orm";
import { sessions } from "#/db/schema/identities";
import { type Member, members } from "#/db/schema/members";
import { type Acting, atomically, type Reading } from "../context";
import { DomainError, type Kind } from "../errors";
import { tell } from "../events";
import { useUp } from "../limits";
import type { Decision } from "../policy";
import { settingsOf } from "../settings/queries";
import { fail, reasons } from "./errors";
import { isReserved, skeletonOf } from "./handle";
import { can } from "./policy";
import { ownersHere } from "./queries";
import { isResting, letRest } from "./resting";
import { unlessTaken } from "./taken";

type NewMember = { name: string; handle: string; mail: string | null; mailProven: boolean; role: Member["role"] };

/**
 * Gives somebody a place. Call it in the transaction that also keeps their proof of who they are.
 * Refused where the handle is the house's, or the handle (or one like it) or the mail is somebody else's.
 */
export async function addMember(ctx: Reading, it: NewMember): Promise<Member> {
  if (isReserved(it.handle)) fail("handle-kept");
  if (await isResting(ctx, it.handle)) fail("handle-taken");
  const at = ctx.now();
  const [member] = await unlessTaken(() =>
    ctx.db
      .insert(members)
      .values({
        handle: it.handle,
        handleSkeleton: skeletonOf(it.handle),
        name: it.name,
        mail: it.mail,
        mailVerifiedAt: it.mail && it.mailProven ? at : null,
        role: it.role,
        joinedAt: at,
      })
      .returning(),
  );
  if (!member) return fail("no-such-member");
  await tell(ctx, { type: "member.joined", memberId: member.id });
  return member;
}

/** Changes what one says of oneself. */
export function changeProfile(ctx: Acting, { name, bio, site }: Pick<Member, "name" | "bio" | "site">) {
  return atomically(ctx, async (ctx) => {
    await ctx.db.update(members).set({ name, bio, site }).where(eq(members.id, ctx.viewer.id));
    await tell(ctx, { type: "member.changed", memberId: ctx.viewer.id });
  });
}

/** Switches reading by single keys on or off, on all one's devices. */
export async function switchKeys({ db, viewer, now }: Acting, { on }: { on: boolean }): Promise<void> {
  await db
    .update(members)
    .set({ singleKeysOffAt: on ? null : now() })
    .where(eq(members.id, viewer.id));
}

/** Takes another handle. The old one rests, and how often is limited. */
export async function changeHandle(ctx: Acting, { handle }: { handle: string }): Promise<{ handle: string }> {
  if (handle === ctx.viewer.handle) return { handle };
  if (isReserved(handle)) fail("handle-kept");
  const { "handles.month": most } = await settingsOf(ctx);
  return atomically(ctx, async (ctx) => {
    const wait = await useUp(ctx, { name: "handles", most, seconds: 30 * 86_400 }, ctx.viewer.id);
    if (wait > 0) fail("handle-too-soon", { seconds: wait });
    if (await isResting(ctx, handle, ctx.viewer.id)) fail("handle-taken");
    const row = { handle, handleSkeleton: skeletonOf(handle) };
    await unlessTaken(() => ctx.db.update(members).set(row).where(eq(members.id, ctx.viewer.id)));
    await letRest(ctx, ctx.viewer.handle, ctx.viewer.id);
    await tell(ctx, { type: "member.changed", memberId: ctx.viewer.id });
    return { handle };
  });
}

/** The first choice of a new member: the name and the handle they shall be known by. */
export const settleIn = (ctx: Acting, { name, handle }: Pick<Member, "name" | "handle">) =>
  atomically(ctx, async (ctx) => {
    await changeHandle(ctx, { handle });
    await changeProfile(ctx, { name, bio: ctx.viewer.bio, site: ctx.viewer.site });
  });

/** Shuts a member out: all their sessions end at once, and they are told why when they try to come in. */
export function suspendMember(ctx: Acting, { memberId, reason }: { memberId: string; reason: string }) {
  return atomically(ctx, async (ctx) => {
    const member = await lockMember(ctx, memberId);
    hold(can(ctx.viewer, "suspend", member));
    await keepAnOwner(ctx, member);
    const row = { suspendedAt: ctx.now(), suspendedBecause: reason };
    await ctx.db.update(members).set(row).where(eq(members.id, memberId));
    await ctx.db.delete(sessions).where(eq(sessions.memberId, memberId));
    await tell(ctx, { type: "member.suspended", memberId, byId: ctx.viewer.id });
  });
}

/** Lets a suspended member in again. */
export function restoreMember(ctx: Acting, { memberId }: { memberId: string }) {
  return atomically(ctx, async (ctx) => {
    hold(can(ctx.viewer, "restore", await lockMember(ctx, memberId)));
    await ctx.db.update(members).set({ suspendedAt: null, suspendedBecause: null }).where(eq(members.id, memberId));
    await tell(ctx, { type: "member.restored", memberId, byId: ctx.viewer.id });
  });
}

/** Makes somebody owner, moderator or member. A site always keeps an owner who can come in. */
export function changeRole(ctx: Acting, { memberId, role }: { memberId: string; role: Member["role"] }) {
  return atomically(ctx, async (ctx) => {
    const member = await lockMember(ctx, memberId);
    hold(can(ctx.viewer, "changeRole", member));
    if (role !== "owner") await keepAnOwner(ctx, member);
    await ctx.db.update(members).set({ role }).where(eq(members.id, memberId));
    await tell(ctx, { type: "member.changed", memberId });
  });
}

/** Gives a role to somebody, by the operator of the site from the shell: the way back when no owner can sign in. */
export function appoint(ctx: Reading, { handle, role }: { handle: string; role: Member["role"] }) {
  return atomically(ctx, async (ctx) => {
    const [found] = await ctx.db.select({ id: members.id }).from(members).where(eq(members.handle, handle));
    const member = await lockMember(ctx, found?.id ?? fail("no-such-member"));
    if (role !== "owner") await keepAnOwner(ctx, member);
    await ctx.db.update(members).set({ role }).where(eq(members.id, member.id));
    await tell(ctx, { type: "member.changed", memberId: member.id });
    return member.id;
  });
}

/** Two owners who step down at once take turns here, so that the second sees that the first has gone. */
async function keepAnOwner(ctx: Reading, member: Member) {
  if (member.role !== "owner" || member.suspendedAt) return;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('kith owners'))`);
  if ((await ownersHere(ctx)) < 2) fail("last-owner");
}

async function lockMember(ctx: Reading, memberId: string): Promise<Member> {
  const [member] = await ctx.db.select().from(members).where(eq(members.id, memberId)).for("update");
  return member ?? fail("no-such-member");
}

function hold(answer: Decision) {
  if (answer.ok) return;
  const kind: Kind = Object.entries(reasons).find(([because]) => because === answer.because)?.[1] ?? "refused";
  throw new DomainError(kind, answer.because);
}
