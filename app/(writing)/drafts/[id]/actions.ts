"use server";

import type { FormAnswer } from "#/components/client/form-answer";
import { act } from "../../../act";

/** Throws away words that were not sent; arrives where that can be undone. */
export async function throwAway(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const id = typed.text("id");
    await api.drafts.discard({ id });
    return `/drafts?${new URLSearchParams({ did: "thrown", id })}`;
  });
}
