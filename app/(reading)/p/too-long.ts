import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import type { FormAnswer } from "#/components/client/form-answer";
import { partsOf } from "#/components/writing/parts-of";
import type { Caller } from "#/server/api/root";
import { act, letGo, type Typed } from "../../act";
import { sourceOf } from "../../words";
import { inThread } from "./landing";

const placeOf = (typed: Typed): string =>
  typed.text("parentKey") ? `${typed.text("postKey")}/${typed.text("parentKey")}` : typed.text("postKey");

/** How long a piece may be, as the form was told. Shorter ones than this are no comments. */
const roomIn = (typed: Typed): number => Math.max(100, Math.floor(Number(typed.text("most"))) || 0);

/** Makes a draft of a post out of words meant as a comment, with a link to what they answer; goes on writing there. */
export const asPost = (form: FormData): Promise<FormAnswer> =>
  act(form, async (api, typed) => {
    const [postKey, parentKey, once] = [typed.text("postKey"), typed.text("parentKey"), typed.text("once")];
    const { title, href } = await api.posts.byKey({ key: postKey });
    const answered = parentKey ? await api.comments.address({ key: parentKey }) : href;
    const source = `In answer to [${title.replace(/[[\]\\]/g, "\\$&")}](${answered}):\n\n${sourceOf(form)}`;
    const { key } = await api.posts.write({ title: "", source, publish: false, ...(once && { once }) });
    await letGo(api, placeOf(typed), once);
    return `/write/${key}`;
  });

/** Sends words that are too long for one comment as one comment in several parts, cut between paragraphs. */
export const inParts = (form: FormData): Promise<FormAnswer> =>
  act(form, async (api, typed) => {
    const [postKey, parentKey, once] = [typed.text("postKey"), typed.text("parentKey"), typed.text("once")];
    const [first = "", ...rest] = partsOf(sourceOf(form), roomIn(typed));
    const own = once ? { once } : {};
    const latest = typed.has("latest") && { latest: typed.text("latest") };
    const said = await api.comments.write({
      postKey,
      source: first,
      ...own,
      ...(parentKey && { parentKey }),
      ...latest,
    });
    await letGo(api, placeOf(typed), once);
    return (await goOn(api, { key: said.key, parts: rest, once })) ?? inThread(said.href);
  });

/** The same for words that go on in a comment that is there already. */
export const inMoreParts = (form: FormData): Promise<FormAnswer> =>
  act(form, async (api, typed) => {
    const [key, once] = [typed.text("key"), typed.text("once")];
    const [first = "", ...rest] = partsOf(sourceOf(form), roomIn(typed));
    const { href } = await api.comments.continue({ key, source: first, ...(once && { once }) });
    await letGo(api, `continue/${key}`, once);
    return (await goOn(api, { key, parts: rest, once })) ?? inThread(href);
  });

type Rest = { key: string; parts: readonly string[]; once: string };

/** Adds the other parts. What cannot be added now is kept, and waits in the form that continues the comment. */
async function goOn(api: Caller, { key, parts, once }: Rest): Promise<string | null> {
  for (const [nth, source] of parts.entries()) {
    try {
      await api.comments.continue({ key, source, ...(once && { once }) });
    } catch (error) {
      if (!(error instanceof TRPCError)) throw error;
      const words = { source: parts.slice(nth).join("\n\n") };
      await api.drafts.keep({ place: `continue/${key}`, form: randomUUID(), words, turn: null });
      return `/c/${key}/continue`;
    }
  }
  return null;
}
