import type { Outputs } from "#/server/api/types";
import { Notice } from "../ui/notice";
import { Time } from "../ui/time";
import { WordDiff } from "../ui/word-diff";

type Props = { items: Outputs["comments"]["history"]["items"]; parts: number };

/** Changes of a comment, each with its words compared; those that are kept back say so. */
export const ChangeList = ({ items, parts }: Props) => (
  <ol className="changes">
    {items.map(({ id, at, by, part, changes }) => (
      <li key={id} className="mb-8">
        <h2 className="section-head">
          Changed by {by === "author" ? "its author" : "a moderator"}, <Time at={at} />
          {parts > 1 && `, part ${part}`}
        </h2>
        {changes ? (
          <WordDiff changes={changes} />
        ) : (
          <Notice>A moderator keeps back what it said then. Its author and the moderators can read it.</Notice>
        )}
      </li>
    ))}
  </ol>
);
