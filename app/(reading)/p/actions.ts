"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormAnswer } from "#/components/client/form-answer";
import { viewerNow } from "#/server/auth/viewer";
import { act, arrive, letGo } from "../../act";
import { api } from "../../api";
import { found } from "../../found";
import { previewOf, sourceOf } from "../../words";
import { inThread } from "./landing";
import { asPost, inParts } from "./too-long";
import { commentAsGuest } from "../guest/actions";

type Before = FormAnswer | null;

/** Keeps a comment or a reply. A visitor goes to sign in first, and comes back to their words. */
export async function comment(_before: Before, form: FormData): Promise<FormAnswer> {
  if (form.get("intent") === "preview") return previewOf(form);
  const viewer = await viewerNow();
  if (viewer && form.get("intent") === "post") return asPost(form);
  if (viewer && form.get("intent") === "parts") return inParts(form);
  // Enter in the field of the address means the same as the button below it.
  if (form.get("intent") === "guest" || (!viewer && form.get("mail"))) return commentAsGuest(form);
  const guest = viewer ? null : await signInFirst(form);
  if (guest) return guest;
  return act(form, async (api, typed) => {
    const parentKey = typed.text("parentKey");
    const said = await api.comments.write({
      postKey: typed.text("postKey"),
      source: sourceOf(form),
      ...(parentKey ? { parentKey } : {}),
      ...(typed.text("once") ? { once: typed.text("once") } : {}),
      ...(typed.has("latest") ? { latest: typed.text("latest") } : {}),
    });
    await letGo(api, parentKey ? `${typed.text("postKey")}/${parentKey}` : typed.text("postKey"), typed.text("once"));
    return inThread(said.href);
  });
}

/** With a script the words wait on the device; without one the form is given back with what was typed. */
async function signInFirst(form: FormData): Promise<FormAnswer | null> {
  const text = (name: string) => form.getAll(name).filter((value) => typeof value === "string")[0] ?? "";
  const [postKey, parentKey] = [text("postKey"), text("parentKey")];
  const back = parentKey ? `/p/${postKey}?c=${parentKey}&reply=1` : `/p/${postKey}`;
  const sent = await headers();
  if (sent.has("next-action")) return arrive(`/enter?to=${encodeURIComponent(back)}`);
  return null;
}

/** Remembers how far somebody has read, where no script does; arrives where they were. */
export async function noteVisit(form: FormData): Promise<void> {
  const [key] = form.getAll("postKey");
  const postKey = typeof key === "string" ? key : "";
  await found((await api()).visits.note({ postKey, until: Number(form.get("until")) }));
  redirect(`/p/${postKey}#comments`);
}

/** Keeps the changed words of a comment. */
export async function editComment(_before: Before, form: FormData): Promise<FormAnswer> {
  if (form.get("intent") === "preview") return previewOf(form);
  return act(form, async (api, typed) => {
    const { href } = await api.comments.edit({
      key: typed.text("key"),
      part: Number(typed.text("part") || 1),
      source: sourceOf(form),
      begun: typed.text("begun"),
    });
    const part = typed.text("part");
    await letGo(api, Number(part) > 1 ? `edit/${typed.text("key")}/${part}` : `edit/${typed.text("key")}`);
    return inThread(href);
  });
}

/** Takes a comment's words away; arrives at the place it leaves. */
export async function deleteComment(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => inThread((await api.comments.delete({ key: typed.text("key") })).href));
}

/** Brings a deleted comment back. */
export async function undoDeleteComment(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => inThread((await api.comments.undoDelete({ key: typed.text("key") })).href));
}
