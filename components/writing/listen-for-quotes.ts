/** Milliseconds until a selection stands still. */
const pause = 250;

/** Where the caret of a field stood, in UTF-16 units, and in which words. */
export type Caret = { at: number; value: string };

/**
 * The fields for words that had the focus on this page, the last one last. A finger selects on the page without taking
 * the focus from a field, and then the field says that its caret is at 0: so it is remembered here.
 */
export const entered = new Map<HTMLTextAreaElement, Caret>();

function note({ target }: Pick<Event, "target">): void {
  if (!(target instanceof HTMLTextAreaElement)) return;
  entered.delete(target);
  entered.set(target, { at: target.selectionEnd, value: target.value });
}

/** Waits until somebody selects words; what offers to quote them is loaded only then. Gives the way to stop. */
export function listenForQuotes(): () => void {
  let timer = 0;
  let isHere = false;
  const look = (event: Event) => {
    note(event);
    clearTimeout(timer);
    if (!isHere && getSelection()?.isCollapsed !== false) return;
    timer = window.setTimeout(async () => {
      const { offerQuote } = await import("./quoting");
      isHere = true;
      offerQuote();
    }, pause);
  };
  document.addEventListener("selectionchange", look);
  document.addEventListener("focusin", note);
  note({ target: document.activeElement });
  return () => {
    clearTimeout(timer);
    document.removeEventListener("selectionchange", look);
    document.removeEventListener("focusin", note);
  };
}
