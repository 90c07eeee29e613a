import type { Folding } from "./fold";
import { lineOf } from "./fold";
import { placeInView } from "./more";
import { goTo } from "./places";
import type { Thread } from "./start";

const stored = "kith:keys";

/** Whether single keys are switched off: by a member in their settings, by anybody on this device. */
export function keysAreOff(section: HTMLElement): boolean {
  try {
    return section.dataset.keys === "off" || localStorage.getItem(stored) === "off";
  } catch {
    return section.dataset.keys === "off";
  }
}

/** Switches single keys on or off on this device. */
export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(stored);
    else localStorage.setItem(stored, "off");
  } catch {
    // Then they stay as they are.
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** Reading by single keys. They act while no field has the focus and no dialog is open, and can be switched off. */
export function keys(thread: Thread, folding: Folding, nextNew: () => void): () => void {
  const { section } = thread;
  const shown = () => [...section.querySelectorAll<HTMLElement>("li.c:not([hidden])")];
  const current = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>("li.c") ?? null;
  const step = (by: 1 | -1, fits = "*") => {
    const here = current();
    const all = shown();
    const from = here ? all.indexOf(here) : all.indexOf(placeInView() ?? section) - (by === 1 ? 1 : 0);
    const rest = by === 1 ? all.slice(from + 1) : all.slice(0, Math.max(0, from)).reverse();
    return rest.find((place) => place.matches(fits)) ?? null;
  };
  const go = (place: HTMLElement | null | undefined) => {
    if (!place) return;
    folding.unfoldTo(place);
    goTo(place);
  };
  const acts: Record<string, () => unknown> = {
    j: () => go(step(1)),
    k: () => go(step(-1)),
    n: nextNew,
    p: () => {
      const here = current();
      if (here) go(lineOf(here)[0]);
    },
    c: () => {
      const here = current() ?? placeInView();
      if (here) folding.toggle(here);
    },
    r: () => (current() ?? placeInView())?.querySelector<HTMLElement>('.c-acts > [href$="#reply"]')?.click(),
    "/": find,
    "?": help,
  };
  /** Where the window is too narrow for the box there is a way to the page instead. */
  function find() {
    const box = document.querySelector<HTMLElement>("header input[type=search]");
    if (box?.checkVisibility()) box.focus();
    else location.assign("/search");
  }
  function help() {
    void import("./help").then(({ showHelp }) => showHelp(section));
  }

  const ended = new AbortController();
  const { signal } = ended;
  document.addEventListener(
    "keydown",
    (event) => {
      const isPlain =
        !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.defaultPrevented;
      const act = acts[event.key];
      if (!act || !isPlain || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (keysAreOff(section)) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
  section.querySelector("[data-help]")?.addEventListener("click", help, { signal });
  return () => ended.abort();
}
