"use server";

import { act, type Typed } from "#/app/act";
import type { FormAnswer } from "#/components/client/form-answer";
import type { Caller } from "#/server/api/root";
import { placeOf, withDeed } from "./places";

/** Accepts or declines: the request whose button was pressed, or all that were chosen. */
export async function answer(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const here = placeOf(typed.text("here"));
    if (typed.has("accept")) return accept(api, here, typed.text("accept"));
    if (typed.has("decline")) return decline(api, here, typed.text("decline"));
    return answerChosen(api, here, typed);
  });
}

async function accept({ connections }: Caller, here: string, pressed: string) {
  const [request = "", who = ""] = pressed.split(" ");
  await connections.accept({ requestId: request });
  return withDeed(here, { did: "accepted", who, request });
}

async function decline({ connections }: Caller, here: string, pressed: string) {
  const [request = "", who = "", because = ""] = pressed.split(" ");
  await connections.decline({ requestId: request, ...(because ? { because } : {}) });
  return withDeed(here, { did: "declined", who, request });
}

async function answerChosen({ connections }: Caller, here: string, typed: Typed) {
  const answer = typed.text("all") === "accept" ? "accept" : "decline";
  const { done } = await connections.answer({ requestIds: typed.all("chosen"), answer });
  return withDeed(here, { did: `${answer}-chosen`, count: done });
}

/** Takes one's own request back. */
export async function withdraw(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ connections }, typed) => {
    const [requestId = "", who = ""] = typed.text("withdraw").split(" ");
    await connections.withdraw({ requestId });
    return withDeed(typed.text("here") || "/requests/sent", { did: "withdrawn", who });
  });
}

/** Sends a request, or makes the connection at once where the other was asking too. */
export async function ask(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ connections }, typed) => {
    const who = typed.text("handle");
    const { state } = await connections.request({
      to: { handle: who },
      note: typed.text("note"),
      how: typed.text("how"),
    });
    return withDeed(`/m/${who}/connect`, { did: state === "connected" ? "connected" : "asked", who });
  });
}

const parting = {
  end: "ended",
  block: "blocked",
  unblock: "unblocked",
  mute: "muted",
  unmute: "unmuted",
} as const;

/** Ends, mutes, blocks, or takes one of these away: whichever button was pressed. */
export async function part(_before: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  return act(form, async ({ connections }, typed) => {
    const who = typed.text("handle");
    const asked = typed.text("act");
    const verb = (Object.keys(parting) as (keyof typeof parting)[]).find((word) => word === asked) ?? "end";
    await connections[verb]({ person: { handle: who } });
    return withDeed(typed.text("here"), { did: parting[verb], who });
  });
}
