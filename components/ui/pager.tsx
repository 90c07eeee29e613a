import { Mark } from "#/components/shell/mark";
import { TextLink } from "./text-link";

type PagerProps = {
  newer?: string | undefined;
  older?: string | undefined;
  /** What is paged, for its name: "Posts". */
  of: string;
  /** Said in place of "older" when there is nothing more. */
  end?: string | undefined;
};

/** Newer and older as links; the last page says that it is the last. */
export function Pager({ newer, older, of, end = "You are up to date." }: PagerProps) {
  return (
    <>
      {!older && (
        <p className="end">
          <Mark />
          {end}
        </p>
      )}
      {(newer || older) && (
        <nav className="pager" aria-label={`More ${of.toLowerCase()}`}>
          {newer ? (
            <TextLink href={newer} rel="prev">
              Newer
            </TextLink>
          ) : (
            <span />
          )}
          {older && (
            <TextLink href={older} rel="next">
              Older
            </TextLink>
          )}
        </nav>
      )}
    </>
  );
}
