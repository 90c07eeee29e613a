"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { act } from "#/app/act";
import { api } from "#/app/api";
import type { FormAnswer } from "#/components/client/form-answer";

const at = (slug: string, did: string) => `/tags/${encodeURIComponent(slug)}?did=${did}`;

/** Renames a tag or merges it into another; arrives where that can be undone. */
export async function changeTag(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ moderation }, { text }) => {
    const slug = text("slug");
    const done =
      text("act") === "merge"
        ? await moderation.mergeTags({ slug, into: text("into") })
        : await moderation.renameTag({ slug, name: text("name") });
    return at(done.slug, done.id);
  });
}

/** Takes a change back; too late is told, not thrown. */
export async function undoTagChange(form: FormData): Promise<void> {
  const id = form.get("id");
  const { moderation } = await api();
  const changes = await moderation.tagChanges();
  const here = changes.find((change) => change.id === id)?.toSlug ?? "";
  const done = await moderation.undoTagChange({ id: typeof id === "string" ? id : "" }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return null;
    throw error;
  });
  redirect(done ? at(done.slug, "undone") : here ? at(here, "too-late") : "/tags");
}
