/**
 * Keeps the list of recent comments in the sidebar true. It is not touched while somebody points at it or has the focus
 * in it: what is being read does not move.
 */
export function followRecent(): { changed: (keys: string) => void } | null {
  const section = document.querySelector<HTMLElement>("[data-recent]");
  const list = section?.querySelector("ol");
  if (!section || !list) return null;
  let waiting = false;

  const bring = async () => {
    if (section.matches(":hover, :focus-within")) {
      if (waiting) return;
      waiting = true;
      await new Promise((left) => setTimeout(left, 2_000));
      waiting = false;
      return bring();
    }
    const answer = await fetch("/comments/recent");
    if (!answer.ok) return;
    const read = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("ol");
    if (!read || read.dataset.keys === section.dataset.recent) return;
    section.dataset.recent = read.dataset.keys ?? "";
    list.replaceChildren(...read.children);
  };
  return {
    changed: (keys) => {
      if (keys !== section.dataset.recent) bring().catch(() => undefined);
    },
  };
}
