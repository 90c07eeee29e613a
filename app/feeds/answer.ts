import { api } from "../api";
import type { Feed } from "./entries";
import { type Language, mediaTypes, written } from "./write";

/** Answers with a feed in the language asked for. It is read by whoever asked, and no hub is named in it. */
export async function feedIn(language: Language, feed: Feed): Promise<Response> {
  const { title, url } = await (await api()).settings.site();
  return answered(written(feed, language, { title, url }), language);
}

/** The same for a feed that anybody may read: it names the site's hub, inside and in its head, as WebSub asks. */
export async function publicFeedIn(language: Language, feed: Feed): Promise<Response> {
  const { title, url, hub } = await (await api()).settings.site();
  const self = new URL(`${feed.path}.${language}`, url).href;
  const links = hub === null ? undefined : `<${hub}>; rel="hub", <${self}>; rel="self"`;
  return answered(written(feed, language, { title, url, hub }), language, links);
}

const answered = (body: string, language: Language, links?: string): Response =>
  new Response(body, {
    headers: { "Content-Type": `${mediaTypes[language]}; charset=utf-8`, ...(links && { Link: links }) },
  });
