import { TextLink } from "#/components/ui/text-link";
import { Submit } from "#/components/ui/submit";
import { noteVisit } from "../../actions";
import type { Post } from "../post";

type Props = {
  post: Post;
  /** How many are new; null on the first visit. */
  fresh: number | null;
  /** Whether one of them stands on this page. */
  here: boolean;
  at: number;
};

/**
 * What came since a member was last here. Where a script runs, having read is noted by itself; where none does, by this
 * button, because opening a page never changes anything.
 */
export function Fresh({ post: { key, href }, fresh, here, at }: Props) {
  return (
    <div className="c-fresh">
      {fresh ? (
        <p data-fresh={fresh}>
          {fresh.toLocaleString("en")} new since your last visit,{" "}
          <TextLink href={here ? "#new" : `${href}?new#new`}>go to the first</TextLink>
        </p>
      ) : null}
      <noscript>
        <form action={noteVisit}>
          <input type="hidden" name="postKey" value={key} />
          <input type="hidden" name="until" value={at} />
          <Submit variant="quiet" small>
            {fresh === null ? "Remember how far I have read" : "I have read these"}
          </Submit>
        </form>
      </noscript>
    </div>
  );
}
