"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { act } from "#/app/act";
import { sourceOf } from "#/app/words";
import type { FormAnswer } from "#/components/client/form-answer";
import { guestCookie, guestManners } from "#/server/auth/guest";

type Before = FormAnswer | null;

/** What happens next, and the way back to the post. */
const sentTo = (post: string) => `/guest/sent?${new URLSearchParams({ post })}`;
const heldAt = (post: string) => `/guest/sent?${new URLSearchParams({ held: "1", post })}`;

/** Takes what a visitor wrote by name and mail address. */
export async function commentAsGuest(form: FormData): Promise<FormAnswer> {
  const proof = (await cookies()).get(guestCookie())?.value;
  return act(form, async (api, typed) => {
    const [postKey, parentKey, once] = [typed.text("postKey"), typed.text("parentKey"), typed.text("once")];
    const said = await api.guests.write({
      postKey,
      source: sourceOf(form),
      name: typed.text("name"),
      mail: typed.text("mail"),
      site: typed.text("site"),
      trap: typed.text("trap"),
      shown: Number(typed.text("shown")) || undefined,
      ...(parentKey ? { parentKey } : {}),
      ...(once ? { once } : {}),
      ...(proof ? { proof } : {}),
    });
    return said.sent ? sentTo(postKey) : (said.href ?? heldAt(postKey));
  });
}

/** Uses the link of a letter up; this browser is known by it from now on. */
export async function confirmAsGuest(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const latest = typed.text("latest");
    const { proof, href, postKey } = await api.guests.confirm({
      token: typed.text("token"),
      ...(latest ? { latest } : {}),
    });
    (await cookies()).set(guestCookie(), proof, guestManners());
    return redirect(href ?? heldAt(postKey));
  });
}

/** Looks at the site a guest named, and comes back to their letter with what can be chosen. */
export async function lookForGuest(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    await api.sites.lookByLetter({ token: typed.text("token") });
    return `/guest/confirm?${new URLSearchParams({ token: typed.text("token"), looked: "1" })}`;
  });
}

/** Puts a member's name to what they wrote as a guest. */
export async function claimComments(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api) => {
    await api.guests.claim();
    return "/guest/claim?done=1";
  });
}
