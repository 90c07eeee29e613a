import { TextLink } from "../ui/text-link";
import { Island } from "./island";
import { putIsland } from "./islands";
import { type RecentComment, recentHtml } from "./recent-html";

export type { RecentComment } from "./recent-html";

/** The sidebar as on the founding page: who on which post, and how it begins. What comes later is put in by `followRecent`. */
export function RecentComments({ comments }: { comments: readonly RecentComment[] }) {
  if (comments.length === 0) return null;
  return (
    <section data-recent={comments.map(({ key }) => key).join(" ")}>
      <h2>Recent comments</h2>
      <RecentList comments={comments} />
      <p className="mt-4 text-small">
        <TextLink href="/comments">All comments</TextLink>
      </p>
    </section>
  );
}

type ListProps = {
  comments: readonly RecentComment[];
  /** Adds their instant. */
  when?: boolean;
  /** Whether they say who said them; not where they are all one member's. */
  who?: boolean;
};

/** Comments by who said them and where, with the beginning of their words. */
export function RecentList({ comments, when = false, who = true }: ListProps) {
  return <Island island={putIsland(`<ol class="recent">${recentHtml(comments, { when, who })}</ol>`)} />;
}
