"use server";

import { redirect } from "next/navigation";
import type { FormAnswer } from "#/components/client/form-answer";
import { onwards, ownPath } from "#/components/own-path";
import { act } from "../act";

type Before = FormAnswer | null;

// Whoever comes in goes on by a redirect: with the new cookie Next renders the page they leave once more, as it is for
// somebody who is inside, and the form that would have led them on is no longer there.

/** Signs in by handle or mail and password. */
export const enter = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.enter({ who: typed.text("who"), password: typed.text("password") });
    return redirect(ownPath(typed.text("to")));
  });

/** Makes an account with a password. */
export const join = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.join({
      name: typed.text("name"),
      handle: typed.text("handle"),
      mail: typed.text("mail"),
      password: typed.text("password"),
    });
    return redirect(ownPath(typed.text("to")));
  });

/** Has a link mailed. The page it arrives at says the same whoever the address belongs to. */
export const askLink = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.askLink({ mail: typed.text("mail"), to: ownPath(typed.text("to")) });
    return onwards("/enter/link?sent=1", ownPath(typed.text("to")));
  });

/** Uses a mailed link up. Somebody new is asked for their name first. */
export const enterByLink = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    const { isNew } = await api.identities.enterByLink({ token: typed.text("token") });
    const to = ownPath(typed.text("to"));
    return redirect(isNew ? onwards("/welcome", to) : to);
  });

/** The first name and handle of somebody who came by a link or a provider. */
export const settleIn = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.members.settleIn({ name: typed.text("name"), handle: typed.text("handle") });
    return ownPath(typed.text("to"));
  });

/** Makes the owner of a new site. */
export const becomeOwner = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.becomeOwner({
      token: typed.text("token"),
      title: typed.text("title"),
      name: typed.text("name"),
      handle: typed.text("handle"),
      mail: typed.text("mail"),
      password: typed.text("password"),
    });
    return redirect("/");
  });
