"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";

export const changeSettings = async (_: FormAnswer | null, form: FormData) =>
  act(form, async (api, typed) => {
    const keys = typed.all("keys");
    const changed = await api.settings.change(Object.fromEntries(keys.map((key) => [key, typed.text(key)])));
    return `/site?saved=${changed.length}`;
  });

/** Where the only owner went with the village, the next page is the one that makes an owner. */
export const removeVillage = async (_: FormAnswer | null, form: FormData) =>
  act(form, async (api) => (await api.identities.removeVillage({ goodbye: "village" })).ownerPath ?? "/");
