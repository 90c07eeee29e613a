import { notFound } from "next/navigation";
import { api } from "../../../../api";
import { atom, entriesInFeed, postEntry } from "../../../../feeds/atom";

export async function GET(_request: Request, { params }: { params: Promise<{ handle: string }> }) {
  const { handle } = await params;
  const posts = await (await api()).posts.latest({ limit: entriesInFeed, handle }).catch(() => []);
  const [newest] = posts;
  if (!newest) notFound();
  return atom({
    path: `/m/${handle}/posts.atom`,
    title: newest.author.name,
    about: `/m/${handle}`,
    entries: posts.map(postEntry),
  });
}
