/** How deep a comment is shown at most; deeper ones are read at the address of the comment above them. */
export const deepest = 6;

export const levelOf = (place: Element): number => Number(place.getAttribute("aria-level"));

export const placeOf = (key: string): HTMLElement | null => document.getElementById(`c-${key}`);

/** All places below a comment: in the flat list they follow it, each at a deeper level. */
export function branchOf(place: Element): HTMLElement[] {
  const below: HTMLElement[] = [];
  for (let next = place.nextElementSibling; next && levelOf(next) > levelOf(place); next = next.nextElementSibling)
    if (next instanceof HTMLElement) below.push(next);
  return below;
}

/** The places in HTML that the server printed. */
export function placesIn(html: string): HTMLElement[] {
  const read = new DOMParser().parseFromString(html, "text/html");
  return [...read.querySelectorAll<HTMLElement>("li.c")];
}

/** Shows a place and puts the keyboard there. */
export function goTo(place: HTMLElement): void {
  place.focus({ preventScroll: true });
  // A long way is not scrolled through: it would take seconds, and what comes into sight meanwhile changes its length.
  const isFar = Math.abs(place.getBoundingClientRect().top) > innerHeight * 1.5;
  place.scrollIntoView({ block: "start", behavior: calm() || isFar ? "instant" : "smooth" });
  settle(place, 3);
}

/** Comments are measured as they come into sight: where that pushed a place off the screen, it is brought back. */
function settle(place: HTMLElement, times: number): void {
  const ended = new AbortController();
  const { signal } = ended;
  const stop = () => ended.abort();
  setTimeout(stop, 2_000);
  for (const moved of ["wheel", "touchstart", "keydown", "pointerdown"])
    addEventListener(moved, stop, { signal, passive: true });
  document.addEventListener(
    "scrollend",
    () => {
      stop();
      const { top } = place.getBoundingClientRect();
      if (times === 0 || (top >= 0 && top < innerHeight / 2)) return;
      place.scrollIntoView({ block: "start", behavior: "instant" });
      settle(place, times - 1);
    },
    { signal },
  );
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
