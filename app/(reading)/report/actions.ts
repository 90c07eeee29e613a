"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";
import type { Inputs } from "#/server/api/types";

type Reason = Inputs["moderation"]["report"]["reason"];

/** Calls a moderator. A reason that is none is refused by the api, with a sentence at its field. */
export async function report(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ moderation }, { text }) => {
    const comment = text("comment");
    const thing = comment ? { comment } : { post: text("post") };
    const { already } = await moderation.report({ thing, reason: text("reason") as Reason, words: text("words") });
    const about = comment ? `comment=${comment}` : `post=${text("post")}`;
    return `/report?${about}&done=${already ? "before" : "now"}`;
  });
}
