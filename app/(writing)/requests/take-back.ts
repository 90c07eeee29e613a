"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { api } from "#/app/api";
import type { Caller } from "#/server/api/root";
import { withDeed } from "./places";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** The way back of an act, from the line that told it. Too late is told, not thrown. */
export async function takeBack(form: FormData): Promise<void> {
  const who = text(form, "who");
  const did = await undo(await api(), { did: text(form, "did"), who, request: text(form, "request") });
  redirect(withDeed(text(form, "here"), { did, who }));
}

async function undo({ connections }: Caller, { did, who, request }: { did: string; who: string; request: string }) {
  const person = { handle: who };
  try {
    if (did === "accepted" || did === "declined") await connections.reopen({ requestId: request });
    if (did === "ended") await connections.restore({ person });
    if (did === "muted") await connections.unmute({ person });
    if (did === "blocked") {
      await connections.unblock({ person });
      // Comes back only if the block ended a connection just now.
      return await connections.restore({ person }).then(
        () => "restored",
        () => "unblocked",
      );
    }
    return did === "ended" ? "restored" : did === "muted" ? "unmuted" : "reopened";
  } catch (error) {
    if (error instanceof TRPCError) return "too-late";
    throw error;
  }
}
