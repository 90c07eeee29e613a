import { api } from "../api";
import { atom, entriesInFeed, postEntry } from "../feeds/atom";

export async function GET() {
  const posts = await (await api()).posts.latest({ limit: entriesInFeed });
  return atom({ path: "/posts.atom", title: "Posts", about: "/", entries: posts.map(postEntry) });
}
