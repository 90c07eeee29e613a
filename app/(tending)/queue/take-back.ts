"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { api } from "#/app/api";
import { type Thing, thingNamed, withDeed } from "./things";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** The way back from a hiding, or from leaving a comment out. Too late is told, not thrown. */
export async function takeBack(form: FormData): Promise<void> {
  const thing = thingNamed(text(form, "thing"));
  if (!thing) redirect("/queue");
  redirect(withDeed(text(form, "here"), await undo(thing, text(form, "did")), thing));
}

async function undo(thing: Thing, did: string): Promise<string> {
  const { moderation } = await api();
  try {
    if (did === "left" && "comment" in thing) {
      await moderation.approve(thing);
      return "approved";
    }
    await moderation.unhide({ thing, undo: true });
    return "unhidden";
  } catch (error) {
    if (error instanceof TRPCError) return "too-late";
    throw error;
  }
}
