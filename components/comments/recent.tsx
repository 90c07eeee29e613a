import type { Outputs } from "#/server/api/types";
import { TextLink } from "../ui/text-link";
import { Time } from "../ui/time";

export type RecentComment = Outputs["comments"]["recent"][number];

const Who = ({ author: { name, handle } }: Pick<RecentComment, "author">) =>
  handle ? (
    <a href={`/m/${handle}`}>
      <bdi>{name}</bdi>
    </a>
  ) : (
    <b>
      <bdi>{name}</bdi>
    </b>
  );

/** The sidebar as on the founding page: who on which post, and how it begins. */
export function RecentComments({ comments }: { comments: readonly RecentComment[] }) {
  if (comments.length === 0) return null;
  return (
    <section>
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
  return (
    <ol className="recent">
      {comments.map(({ id, href, author, post, words, writtenAt }) => (
        <li key={id}>
          <p className="recent-who">
            {who ? (
              <>
                <Who author={author} /> on{" "}
              </>
            ) : (
              "On "
            )}
            <TextLink href={href}>{post.title}</TextLink>
            {when && (
              <>
                {" · "}
                <Time at={writtenAt} />
              </>
            )}
          </p>
          <p className="recent-words" dir="auto">
            “{words}”
          </p>
        </li>
      ))}
    </ol>
  );
}
