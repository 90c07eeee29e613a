"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";

export const changeSetting = async (_: FormAnswer | null, form: FormData) =>
  act(form, async (api, typed) => {
    const key = typed.text("key");
    await api.settings.set({ key, value: typed.text("value") });
    return `/site?kept=${encodeURIComponent(key)}`;
  });
