import type { Member } from "#/db/schema/members";

/** Who is looking: a member, or a visitor. */
export type Viewer = Member | null;

export const yes = { ok: true } as const;
export const no = <const Because extends string>(because: Because) => ({ ok: false, because }) as const;

export type Decision = { readonly ok: true } | { readonly ok: false; readonly because: string };
type Rule<Thing> = (viewer: Viewer, thing: Thing) => Decision;

/** One policy per noun. It answers with a reason, so that a refusal can be explained. */
export function policy<Thing>() {
  return <R extends Record<keyof R, Rule<Thing>>>(rules: R) => ({
    can: <Action extends keyof R>(viewer: Viewer, action: Action, thing: Thing) =>
      rules[action](viewer, thing) as ReturnType<R[Action]>,

    /** Every answer at once, to travel with the thing to the screen. */
    permissions: (viewer: Viewer, thing: Thing) =>
      Object.fromEntries(
        Object.entries<Rule<Thing>>(rules).map(([action, rule]) => [action, rule(viewer, thing).ok]),
      ) as {
        [Action in keyof R]: boolean;
      },
  });
}

/** Moderators and owners tend the conversation. */
export const tends = (viewer: Viewer): viewer is Member => viewer?.role === "moderator" || viewer?.role === "owner";
