import type { ReactNode } from "react";
import { type RecentComment, RecentList } from "#/components/comments/recent";
import { ButtonLink } from "#/components/ui/button";
import { Pager } from "#/components/ui/pager";
import { Refused } from "#/components/ui/states";

type SaidProps = {
  of: { list: { items: RecentComment[]; next: string | null } } | { refused: string };
  /** The address of the list; a cursor is put behind it. */
  at: string;
  further: boolean;
  empty: ReactNode;
  who?: boolean;
};

/** A list of comments, newest first, in its four faces. */
export function Said({ of, at, further, empty, who = true }: SaidProps) {
  if ("refused" in of) {
    return (
      <Refused title="This list cannot go on from there" next={<ButtonLink href={at}>To its top</ButtonLink>}>
        <p>{of.refused}</p>
      </Refused>
    );
  }
  const { items, next } = of.list;
  if (items.length === 0 && !further) return <>{empty}</>;
  return (
    <div>
      <RecentList comments={items} when who={who} />
      <Pager
        of="Comments"
        newer={further ? at : undefined}
        older={next ? `${at}?cursor=${next}` : undefined}
        end="That was the first one."
      />
    </div>
  );
}
