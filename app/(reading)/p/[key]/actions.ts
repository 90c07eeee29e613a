"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { api } from "../../../api";

/** Has the article read again that a post answers, and goes back to the post. Who asks too often finds it as it was. */
export async function askAgain(key: string): Promise<void> {
  const { href } = await again(key);
  redirect(href);
}

async function again(key: string) {
  const call = await api();
  try {
    return await call.articles.askAgain({ key });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "TOO_MANY_REQUESTS") return call.posts.byKey({ key });
    throw error;
  }
}
