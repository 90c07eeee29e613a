"use server";

import { redirect } from "next/navigation";
import { api } from "./api";

/** Ends the session of this browser, and goes back to the front page as a visitor. */
export async function signOutHere(): Promise<void> {
  await (await api()).identities.signOut();
  redirect("/");
}
