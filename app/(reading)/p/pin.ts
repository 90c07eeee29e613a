"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import type { Caller } from "#/server/api/root";
import { api } from "../../api";
import { found } from "../../found";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Pins a post or unpins it, whichever was pressed; arrives at the post, which says what became of it. */
export async function pin(form: FormData): Promise<void> {
  const asked = { key: text(form, "post"), place: text(form, "place"), act: text(form, "act") };
  redirect(await doneAt(await api(), asked));
}

type Asked = { key: string; place: string; act: string };

async function doneAt(api: Caller, { key, place, act }: Asked): Promise<string> {
  const told = (did: string) => `?${new URLSearchParams({ pin: did, place })}`;
  try {
    const { href } = await found(place === "front" ? onFront(api, { key, act }) : onOwn(api, { key, act }));
    return href + told("done");
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    return error.code === "UNAUTHORIZED"
      ? `/enter?to=${encodeURIComponent(`/p/${key}`)}`
      : `/p/${key}${told(error.message)}`;
  }
}

type Ask = Omit<Asked, "place">;

const onFront = ({ moderation }: Caller, { key: post, act }: Ask) =>
  act === "pin" ? moderation.pin({ post }) : moderation.unpin({ post });

const onOwn = ({ posts }: Caller, { key, act }: Ask) => (act === "pin" ? posts.pin({ key }) : posts.unpin({ key }));
