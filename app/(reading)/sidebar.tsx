import { RecentComments } from "#/components/comments/recent";
import { api } from "../api";

/** What stands beside the words: who spoke last. */
export async function Sidebar() {
  return <RecentComments comments={await (await api()).comments.recent()} />;
}
