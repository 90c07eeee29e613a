import { TextLink } from "../ui/text-link";

type Props = {
  first: string | undefined;
  more: string | undefined;
  /** How many that are new to the reader stand further on. */
  fresh: number;
};

/** The way on in a conversation that is longer than a page. Where a script runs, the rest comes in place. */
export function MoreComments({ first, more, fresh }: Props) {
  return (
    <nav className="pager" aria-label="More comments">
      {first ? (
        <TextLink href={first} rel="prev">
          To the first comments
        </TextLink>
      ) : (
        <span />
      )}
      {more ? (
        <TextLink href={more} rel="next" data-more="" data-new={fresh || undefined}>
          {fresh ? `More comments, ${fresh} new` : "More comments"}
        </TextLink>
      ) : (
        <span>That was the last one.</span>
      )}
    </nav>
  );
}
