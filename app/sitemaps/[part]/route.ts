import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { api } from "../../api";
import { asXml, urlset } from "../../feeds/sitemaps";

const pages = ["/", "/comments", "/about", "/feeds"];
const named = /^(posts|members|tags)-([1-9]\d{0,4})\.xml$/;

/** One sitemap: `pages.xml`, or the n-th of a kind, as `posts-1.xml`. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  const { settings, syndication } = await api();
  const { url } = await settings.site();
  if (part === "pages.xml") return asXml(urlset(pages.map((path) => ({ address: `${url}${path}` }))));
  const [, kind, nth] = named.exec(part) ?? [];
  if (kind !== "posts" && kind !== "members" && kind !== "tags") notFound();
  const found = await syndication.sitemap({ kind, part: Number(nth) }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return [];
    throw error;
  });
  if (found.length === 0) notFound();
  return asXml(urlset(found.map(({ path, changedAt }) => ({ address: `${url}${path}`, changedAt }))));
}
