"use server";

import { act, letGo } from "#/app/act";
import { previewOf, sourceOf } from "#/app/words";
import type { FormAnswer } from "#/components/client/form-answer";
import { inThread } from "../p/landing";
import { inMoreParts } from "../p/too-long";

type Before = FormAnswer | null;

/** Keeps another part of one's own comment. */
export async function continueComment(_before: Before, form: FormData): Promise<FormAnswer> {
  if (form.get("intent") === "preview") return previewOf(form);
  if (form.get("intent") === "parts") return inMoreParts(form);
  return act(form, async (api, typed) => {
    const more = { key: typed.text("key"), source: sourceOf(form) };
    const { href } = await api.comments.continue({
      ...more,
      ...(typed.text("once") ? { once: typed.text("once") } : {}),
    });
    await letGo(api, `continue/${more.key}`, typed.text("once"));
    return inThread(href);
  });
}

/** Keeps a moderator's change of somebody else's comment. */
export async function amendComment(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const words = { part: Number(typed.text("part") || 1), source: sourceOf(form), reason: typed.text("reason") };
    const keepBack = typed.has("keepBack");
    return (await api.moderation.amend({ comment: typed.text("key"), ...words, keepBack })).href;
  });
}

/** Puts a comment at the top of its thread. */
export async function pinComment(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => (await api.comments.pin({ key: typed.text("key") })).href);
}

/** Takes it from there. */
export async function unpinComment(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => (await api.comments.unpin({ key: typed.text("key") })).href);
}
