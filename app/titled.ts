import type { Metadata } from "next";
import { api } from "./api";

/** The site's own name behind the title of each page; alone where a page has none, as the front page. */
export async function titled(): Promise<Metadata> {
  const { title, tagline } = await (await api()).settings.site();
  return {
    title: { template: `%s · ${title.replaceAll("%s", "")}`, default: title },
    ...(tagline && { description: tagline }),
  };
}
