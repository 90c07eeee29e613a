"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { api } from "../../api";

/** Brings back what was thrown away. Too late is told, not thrown. */
export async function bringBack(form: FormData): Promise<void> {
  const id = form.get("id");
  const did = await (await api()).drafts.bringBack({ id: typeof id === "string" ? id : "" }).then(
    () => "brought-back",
    (error: unknown) => {
      if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
      return "gone";
    },
  );
  redirect(`/drafts?did=${did}`);
}
