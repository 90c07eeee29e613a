/** Milliseconds until a selection stands still. */
const pause = 250;

/** The fields for words that had the focus on this page, the last one last. */
export const entered = new Set<HTMLTextAreaElement>();

function note({ target }: Pick<FocusEvent, "target">): void {
  if (!(target instanceof HTMLTextAreaElement)) return;
  entered.delete(target);
  entered.add(target);
}

/** Waits until somebody selects words; what offers to quote them is loaded only then. Gives the way to stop. */
export function listenForQuotes(): () => void {
  let timer = 0;
  let isHere = false;
  const look = () => {
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
