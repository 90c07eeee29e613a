"use server";

import { act } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";

type Before = FormAnswer | null;

export const look = async (_: Before, form: FormData) =>
  act(form, async (api) => {
    await api.sites.look();
    return "/settings/site?done=looked#found";
  });

export const prove = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    const by = typed.text("by");
    await api.sites.prove({ by: by === "dns" || by === "file" ? by : "rel-me" });
    return "/settings/site?done=proven#proof";
  });

export const forgetProof = async (_: Before, form: FormData) =>
  act(form, async (api) => {
    await api.sites.forgetProof();
    return "/settings/site?done=forgotten#proof";
  });
