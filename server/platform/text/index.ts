import { renderInPool } from "./pool";
import type { Place, Rendered } from "./rendered";

export { TextTooComplex } from "./errors";
export { comparable, linksIn, uncounted } from "./links";
export { labelOf, plainHtml } from "./labels";
export { handlesIn } from "./named";
export { countOf, excerptOf, linesOf, plainOf } from "./plain";
export { pictureAddress, pictureAt, picturesIn } from "./pictures";
export { hashOf, type Quoted, quotedIn, withNotes, wordsIn } from "./quoted";
export { type Place, type Rendered, rendererVersion } from "./rendered";
export { slugOf } from "./slug";

/**
 * A member's Markdown as HTML that may stand on a page as it is. Rejects with TextTooComplex when it nests, grows or takes
 * more than a page can carry (over 2 s, 20 times its length or 2 MB); any other error is ours.
 */
export const renderMarkdown = (source: string, place: Place = {}): Promise<Rendered> =>
  renderInPool({ door: "markdown", source, place });

/** An imported WordPress body, of the block editor or older, through the same sanitiser and the same limits. */
export const renderHtml = (source: string, place: Place = {}): Promise<Rendered> =>
  renderInPool({ door: "html", source, place });
