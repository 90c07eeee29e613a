"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";
import type { Inputs } from "#/server/api/types";

type Kind = Inputs["reactions"]["react"]["kind"];

/** Says one of the three, or takes it back. A kind that is none is refused by the api. */
export async function react(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ reactions }, { text }) => {
    const thing = text("comment") ? { comment: text("comment") } : { post: text("post") };
    const kind = text("kind");
    const said = await (kind === "none"
      ? reactions.takeBack({ thing })
      : reactions.react({ thing, kind: kind as Kind }));
    return said.href;
  });
}
