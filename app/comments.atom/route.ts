import { api } from "../api";
import { atom, commentEntry, entriesInFeed } from "../feeds/atom";

export async function GET() {
  const comments = await (await api()).comments.latest({ limit: entriesInFeed });
  return atom({ path: "/comments.atom", title: "Comments", about: "/comments", entries: comments.map(commentEntry) });
}
