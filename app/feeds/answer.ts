import { api } from "../api";
import type { Feed } from "./entries";
import { type Language, mediaTypes, written } from "./write";

/** Answers with a feed in the language asked for. */
export async function feedIn(language: Language, feed: Feed): Promise<Response> {
  const site = await (await api()).settings.site();
  return new Response(written(feed, language, site), {
    headers: { "Content-Type": `${mediaTypes[language]}; charset=utf-8` },
  });
}
