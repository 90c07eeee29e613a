"use server";

import type { FormAnswer } from "#/components/client/form-answer";
import { act } from "#/app/act";

/** Brings a version back, keeps it from the public, or shows it again; arrives where that can be seen and undone. */
export async function changeVersion(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const ref = { key: typed.text("key"), nth: Number(typed.text("nth")) };
    const wanted = typed.text("act");
    if (wanted === "restore") return `${(await api.posts.restoreVersion(ref)).href}/history`;
    await (wanted === "show" ? api.posts.showVersion(ref) : api.posts.hideVersion(ref));
    const { href } = await api.posts.byKey({ key: ref.key });
    return `${href}/history`;
  });
}
