"use server";

import type { FormAnswer } from "#/components/client/form-answer";
import type { Inputs } from "#/server/api/types";
import { act, type Typed } from "../../../act";

type Before = FormAnswer | null;
type Choice = Inputs["subscriptions"]["choose"];

const page = "/settings/conversations";

/** What a form chose. What is none of the choices is refused where it is read. */
const choiceOf = (typed: Typed, name = "level"): Choice => ({
  postKey: typed.text("postKey"),
  ...(typed.text("commentKey") && { commentKey: typed.text("commentKey") }),
  level: typed.text(name) as Choice["level"],
});

/** On the page of the conversation itself. */
export const tellMe = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    const { href } = await api.subscriptions.choose(choiceOf(typed));
    const [path = "", rest = ""] = href.split("?", 2);
    const [query = ""] = rest.split("#");
    return `${path}?${query ? `${query}&` : ""}told=${Date.now()}#tell-me`;
  });

/** In the list of one's choices: what it was travels on, so that this can be undone. */
export const asUsual = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.subscriptions.choose(choiceOf(typed));
    const { postKey, commentKey = "" } = choiceOf(typed);
    return `${page}?${new URLSearchParams({ done: "usual", post: postKey, comment: commentKey, was: typed.text("was") })}`;
  });

export const undoAsUsual = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.subscriptions.choose(choiceOf(typed));
    return `${page}?done=undone`;
  });

type Wishes = Inputs["subscriptions"]["setWishes"];

export const setWishes = async (_: Before, form: FormData) =>
  act(form, async (api, typed) => {
    await api.subscriptions.setWishes({
      ownPosts: typed.text("ownPosts") as Wishes["ownPosts"],
      whereIWrite: typed.text("whereIWrite") as Wishes["whereIWrite"],
      byMail: typed.has("byMail"),
    });
    return `${page}?done=wishes`;
  });
