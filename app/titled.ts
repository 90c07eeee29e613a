import type { Metadata } from "next";
import { api } from "./api";

/** The site's own address under every link in the head, and its name behind the title of each page; alone where a page has none, as the front page. */
export async function titled(): Promise<Metadata> {
  const { title, tagline, url } = await (await api()).settings.site();
  return {
    metadataBase: new URL(url),
    title: { template: `%s · ${title.replaceAll("%s", "")}`, default: title },
    ...(tagline && { description: tagline }),
  };
}

/** The same for pages that no search engine should find: doors, desks and what is one person's. */
export const apart = async (): Promise<Metadata> => ({ ...(await titled()), robots: { index: false } });
