"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";

type Before = FormAnswer | null;

export const settle = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.door.settle({ key: typed.text("key") });
    return `/door?settled=${typed.text("key")}`;
  });

export const unsettle = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.door.unsettle({ key: typed.text("key") });
    return "/door";
  });
