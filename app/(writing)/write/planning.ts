"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import type { FormAnswer } from "#/components/client/form-answer";
import { act } from "../../act";
import { api } from "../../api";

/** Plans a draft for later, or for another time; arrives at what is planned. */
export async function planPost(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const { key } = await api.posts.plan({ key: typed.text("key"), at: typed.text("at"), zone: typed.text("zone") });
    return `/drafts?${new URLSearchParams({ did: "planned", key })}#planned`;
  });
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Takes a plan back; arrives at the drafts, with the way to have it again. */
export async function unplan(form: FormData): Promise<void> {
  const key = text(form, "key");
  const was = await (await api()).posts.unplan({ key }).catch(refusal);
  redirect(`/drafts?${new URLSearchParams(was ? { did: "unplanned", key, ...was.plan } : { did: "too-late" })}`);
}

/** Makes a plan that was taken back again. */
export async function planAgain(form: FormData): Promise<void> {
  const [key, at, zone] = ["key", "at", "zone"].map((name) => text(form, name)) as [string, string, string];
  const done = await (await api()).posts.plan({ key, at, zone }).catch(refusal);
  redirect(`/drafts?${new URLSearchParams(done ? { did: "planned", key } : { did: "too-late" })}#planned`);
}

/** Too late is told, not thrown. */
function refusal(error: unknown): null {
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return null;
  throw error;
}
