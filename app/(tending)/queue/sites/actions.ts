"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";

type Before = FormAnswer | null;

export const banSite = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.sites.ban({ host: typed.text("host") });
    return "/queue/sites";
  });

export const allowSite = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.sites.allow({ host: typed.text("host") });
    return "/queue/sites";
  });
