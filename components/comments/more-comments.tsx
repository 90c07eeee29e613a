import { TextLink } from "../ui/text-link";

/** The way on in a conversation that is longer than a page. Where a script runs, the rest comes in place. */
export function MoreComments({ first, more }: { first: string | undefined; more: string | undefined }) {
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
        <TextLink href={more} rel="next" data-more="">
          More comments
        </TextLink>
      ) : (
        <span>That was the last one.</span>
      )}
    </nav>
  );
}
