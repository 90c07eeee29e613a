"use server";

import type { FormAnswer } from "#/components/client/form-answer";
import type { Inputs } from "#/server/api/types";
import { act, letGo, type Typed } from "../../act";
import { previewOf, sourceOf } from "../../words";

type Before = FormAnswer | null;
type Words = Inputs["posts"]["write"];

const audiences = ["everyone", "members", "connections", "me"] as const;
const states = ["open", "members", "connections", "closed"] as const;

/** One of a few; anything else is the first, which is what the form shows at first. */
const among = <const Value extends string>(values: readonly [Value, ...Value[]], text: string): Value =>
  values.find((value) => value === text) ?? values[0];

/** What a button of the form does with the post: without a button (Enter in the title) it keeps what there is. */
const intents: Record<string, Pick<Words, "publish" | "ready">> = {
  publish: { publish: true },
  plan: { publish: false, ready: true },
};

/** Where a form leads: to the post, to its plan, or to the drafts. */
const leadsTo = (intent: string, { href, key, published }: { href: string; key: string; published: boolean }) =>
  published ? href : intent === "plan" ? `/write/${key}/plan` : "/drafts";

/** Nothing chosen is as the site has it. */
const daysOf = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null);

function wordsOf(form: FormData, typed: Typed): Omit<Words, "once"> {
  return {
    title: typed.text("title"),
    source: sourceOf(form),
    tags: typed
      .text("tags")
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
    about: typed.text("about"),
    audience: among(audiences, typed.text("audience")),
    comments: among(states, typed.text("comments")),
    ...(typed.has("closeDays") && { closeDays: daysOf(typed.text("closeDays")) }),
    ...intents[typed.text("intent")],
  };
}

/** Keeps a new post as a draft, or publishes it. */
export async function writePost(_before: Before, form: FormData): Promise<FormAnswer> {
  if (form.get("intent") === "preview") return previewOf(form);
  return act(form, async (api, typed) => {
    const once = typed.text("once");
    const post = await api.posts.write({ ...wordsOf(form, typed), ...(once ? { once } : {}) });
    await letGo(api, `new/${once}`, once);
    return leadsTo(typed.text("intent"), post);
  });
}

/** Keeps what was changed in a post; publishes a draft. */
export async function editPost(_before: Before, form: FormData): Promise<FormAnswer> {
  if (form.get("intent") === "preview") return previewOf(form);
  return act(form, async (api, typed) => {
    const post = await api.posts.edit({ ...wordsOf(form, typed), key: typed.text("key") });
    await letGo(api, `post/${typed.text("key")}`);
    return leadsTo(typed.text("intent"), post);
  });
}

/** Deletes a post; arrives where it can be brought back. */
export async function deletePost(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const { key } = await api.posts.delete({ key: typed.text("key") });
    return `/write/${key}/delete?done=1`;
  });
}

/** Brings a deleted post back. */
export async function undoDeletePost(_before: Before, form: FormData): Promise<FormAnswer> {
  return act(form, async (api, typed) => {
    const { href, published, key } = await api.posts.undoDelete({ key: typed.text("key") });
    return published ? href : `/write/${key}`;
  });
}
