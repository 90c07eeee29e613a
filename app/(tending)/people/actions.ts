"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";
import type { Inputs } from "#/server/api/types";

type Role = Inputs["members"]["changeRole"]["role"];
const roles: readonly string[] = ["owner", "moderator", "member"] satisfies Role[];
const isRole = (word: string): word is Role => roles.includes(word);

/** Suspends, restores, or gives another role: whichever button was pressed. */
export async function tend(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ members }, { text }) => {
    const memberId = text("memberId");
    const role = text("role");
    const done = (did: string) => `/people/${encodeURIComponent(text("handle"))}?did=${did}`;
    if (text("act") === "suspend") {
      await members.suspend({ memberId, reason: text("reason") });
      return done("suspended");
    }
    if (text("act") === "restore") {
      await members.restore({ memberId });
      return done("restored");
    }
    if (isRole(role)) await members.changeRole({ memberId, role });
    return done("role");
  });
}
