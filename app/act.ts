import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type FormAnswer, sentenceFor } from "#/components/client/form-answer";
import type { Caller } from "#/server/api/root";
import { api } from "./api";

/** What a form brought, as text; files are left out. A name that comes twice keeps its values under `all`. */
export type Typed = { text: (name: string) => string; all: (name: string) => string[]; has: (name: string) => boolean };

/**
 * Does what a form asks, through the api. `work` returns the address to arrive at.
 * Whatever goes wrong comes back as sentences with everything that was typed, so the form stands as it was left.
 */
export async function act(form: FormData, work: (api: Caller, typed: Typed) => Promise<string>): Promise<FormAnswer> {
  const typed = reading(form);
  let destination: string;
  try {
    destination = await work(await api(), typed);
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { typed: textsOf(form), ...sentenceFor(error) };
  }
  return arrive(destination);
}

/** Does what a form asks, and stays on its page with what the api told: for what must not stand in an address. */
export async function toldHere(work: (api: Caller) => Promise<Record<string, string>>): Promise<FormAnswer> {
  try {
    return { typed: await work(await api()), problem: null, problems: {} };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { typed: {}, ...sentenceFor(error) };
  }
}

/** Goes to an address of this site by a full load: by redirect, or by a script where one runs. */
export async function arrive(destination: string): Promise<FormAnswer> {
  if (!(await isScripted())) redirect(destination);
  return { go: destination, typed: {}, problem: null, problems: {} };
}

/** Whether a script sent the form, and will go where it is told to. */
export async function isScripted(): Promise<boolean> {
  const sent = await headers();
  return sent.has("next-action") || sent.has("kith-form");
}

/** Lets go of what is kept of a form that was sent. What was sent stays sent, also where this goes wrong. */
export async function letGo(api: Caller, place: string, form = ""): Promise<void> {
  const own = /^[0-9a-f-]{36}$/.test(form) ? { form } : {};
  await api.drafts.end({ place, ...own }).catch(() => undefined);
}

function reading(form: FormData): Typed {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return { all, text: (name) => all(name)[0] ?? "", has: (name) => form.has(name) };
}

const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") && !/password/i.test(name) ? [[name, value]] : [],
    ),
  );

/** For what may be refused without harm to what was done before it; our own mistakes and a closed door are told. */
export function unlessRefused(error: unknown): void {
  if (!(error instanceof TRPCError) || ["UNAUTHORIZED", "INTERNAL_SERVER_ERROR"].includes(error.code)) throw error;
}
