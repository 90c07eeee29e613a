"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";

type Before = FormAnswer | null;
const here = (key: string, done: string) => `/c/${key}/link?done=${done}`;

export const removeLine = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.sites.remove({ key: typed.text("key") });
    return here(typed.text("key"), "removed");
  });

export const restoreLine = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.sites.restore({ key: typed.text("key") });
    return here(typed.text("key"), "restored");
  });

export const banSite = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.sites.ban({ host: typed.text("host") });
    return here(typed.text("key"), "banned");
  });

export const allowSite = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.sites.allow({ host: typed.text("host") });
    return here(typed.text("key"), "allowed");
  });
