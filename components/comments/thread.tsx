import { Island } from "./island";
import { putIsland } from "./islands";
import { type Printing, type ThreadComment, threadHtml } from "./thread-html";

type ThreadProps = {
  comments: readonly ThreadComment[];
  how: Printing;
  /** The query of /api/thread that gives the same list. */
  query: Readonly<Record<string, string | undefined>>;
  /** HTML of our own that stands behind them. */
  tail?: string;
};

/** Comments in their places, printed as a string: see `Island`. */
export function Thread({ comments, how, query, tail = "" }: ThreadProps) {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const island = putIsland(threadHtml(comments, how) + tail);
  return <Island island={island} from={`/api/thread?${new URLSearchParams(asked)}`} />;
}
