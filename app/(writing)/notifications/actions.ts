"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";

/** Marks one as read, or everything up to the newest that was on the screen. */
export async function markRead(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ notifications }, { text }) => {
    const upTo = new Date(text("upTo"));
    if (text("id")) await notifications.read({ id: text("id") });
    else await notifications.readAll(Number.isNaN(upTo.getTime()) ? {} : { upTo });
    return "/notifications";
  });
}
