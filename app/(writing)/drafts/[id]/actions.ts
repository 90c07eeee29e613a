"use server";

import type { FormAnswer } from "#/components/client/form-answer";
import { act } from "../../../act";

/** Lets go of words that were not sent. */
export async function throwAway(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    await api.drafts.end({ place: typed.text("place") });
    return "/drafts";
  });
}
