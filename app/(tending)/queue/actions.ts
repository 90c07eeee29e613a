"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";
import { thingFrom, withDeed } from "./things";

/** Hides a post or a comment. */
export async function hide(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ moderation }, { text }) => {
    const thing = thingFrom(text);
    await moderation.hide({ thing, rule: text("rule"), reason: text("reason") });
    return withDeed(text("here"), "hidden", thing);
  });
}

/** Keeps, brings back, lets in or leaves out: whichever button was pressed. */
export async function judge(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ moderation }, { text }) => {
    const thing = thingFrom(text);
    const comment = text("comment");
    switch (text("act")) {
      case "unhide":
        await moderation.unhide({ thing });
        return withDeed(text("here"), "unhidden", thing);
      case "approve":
        await moderation.approve({ comment });
        return withDeed(text("here"), "approved", thing);
      case "leave":
        await moderation.leave({ comment });
        return withDeed(text("here"), "left", thing);
      default:
        await moderation.keep({ thing });
        return withDeed(text("here"), "kept", thing);
    }
  });
}
