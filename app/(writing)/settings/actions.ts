"use server";

import type { FormAnswer } from "#/components/client/form-answer";
import { act, toldHere, unlessRefused } from "../../act";

type Before = FormAnswer | null;

/** Where the page says, in the right place, that something was kept. */
const done = (what: string) => `/settings?done=${what}#${what}`;

export const changeProfile = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    const before = (await api.members.me()).site;
    await api.members.changeProfile({ name: typed.text("name"), bio: typed.text("bio"), site: typed.text("site") });
    // A site that was named just now is looked at, so that something can be chosen at once; what it says comes later.
    if (typed.text("site") !== "" && typed.text("site") !== before) await api.sites.look().catch(unlessRefused);
    return done("profile");
  });

export const changeHandle = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.members.changeHandle({ handle: typed.text("handle") });
    return done("handle-of-mine");
  });

export const switchKeys = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.members.switchKeys({ on: typed.has("keys") });
    return done("single-keys");
  });

export const askMailChange = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.askMailChange({ mail: typed.text("mail"), password: typed.text("password") });
    return done("mail-address");
  });

export const proveMail = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.proveMail({ token: typed.text("token") });
    return "/settings?done=proven#mail-address";
  });

export const changePassword = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.changePassword({ old: typed.text("old-password"), password: typed.text("password") });
    return done("password-of-mine");
  });

export const endSession = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.endSession({ sessionId: typed.text("session") });
    return done("sessions");
  });

export const endOtherSessions = async (_: Before, form: FormData) =>
  act(form, async (api) => {
    await api.identities.endOtherSessions();
    return done("sessions");
  });

export const removeAccount = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.identities.removeAccount({ accountId: typed.text("account") });
    return done("accounts");
  });

/** The new addresses are told on the page itself: they may not stand in one. */
export const renewFeeds = async (_: Before, _form: FormData) =>
  toldHere(async (api) => ({ token: (await api.syndication.renew()).token }));

export const endFeeds = async (_: Before, form: FormData) =>
  act(form, async (api) => {
    await api.syndication.end();
    return done("private-feeds");
  });
