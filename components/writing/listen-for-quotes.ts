/** Milliseconds until a selection stands still. */
const pause = 250;

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
  return () => {
    clearTimeout(timer);
    document.removeEventListener("selectionchange", look);
  };
}
