import { branchOf, levelOf, placeOf } from "./places";
import { keep, kept } from "./session";
import type { Thread } from "./start";

/** Whether more waits behind a comment than stands on this page. */
const goesOn = (place: HTMLElement): boolean => place.querySelector(":scope > .c-more") !== null;

const counted = (many: number, more: boolean): string =>
  `${many}${more ? "+" : ""} ${many === 1 && !more ? "reply" : "replies"}`;

/** "Fold" for those who see the branch; for those who listen, and where it is folded, how much that is. */
function labelled(place: HTMLElement, isFolded: boolean): HTMLElement {
  const below = branchOf(place);
  const words = document.createElement("span");
  const unheard = document.createElement("i");
  unheard.className = "sr-only";
  // What is said of the whole branch counts also what waits behind "more replies".
  const whole = place.querySelector(":scope > .c-branch")?.textContent.split(",", 1)[0];
  const replies = ` ${whole ?? counted(below.length, [place, ...below].some(goesOn))}`;
  const name = place.querySelector(".c-head bdi")?.textContent;
  unheard.append(isFolded ? "" : replies, name ? ` to ${name}` : "");
  // A branch of a top comment says already when its last was said.
  const when = isFolded && !place.querySelector(":scope > .c-branch") ? latest(below) : [];
  words.append(isFolded ? `Unfold${replies}` : "Fold", unheard, ...when);
  return words;
}

/**
 * Branches that can be folded: what is below a comment goes, and the button says how much that is. What is folded is
 * still found by the browser's own search, which unfolds it. Which branches are folded is kept for this session.
 */
export function folding({ section, post }: Thread) {
  const name = `folded:${post}`;
  const folded = new Set(kept(name));
  const places = () => [...section.querySelectorAll<HTMLElement>("li.c")];

  /** Gives every comment with replies its button, and hides what is below a folded one. */
  const apply = () => {
    let below = Number.POSITIVE_INFINITY;
    const all = places();
    for (const [nth, place] of all.entries()) {
      const level = levelOf(place);
      if (level <= below) below = Number.POSITIVE_INFINITY;
      if (below < level) place.setAttribute("hidden", "until-found");
      else place.removeAttribute("hidden");
      const next = all[nth + 1];
      if (next && levelOf(next) > level) button(place, folded.has(place.id));
      if (folded.has(place.id)) below = Math.min(below, level);
    }
  };
  const button = (place: HTMLElement, isFolded: boolean) => {
    const made = place.querySelector<HTMLButtonElement>(":scope > .c-acts > .c-fold, :scope > .c-fold");
    const it = made ?? document.createElement("button");
    if (!made) {
      it.type = "button";
      it.className = "c-fold";
      (place.querySelector(":scope > .c-acts") ?? place).append(it);
    }
    if (it.ariaExpanded === String(!isFolded)) return;
    it.ariaExpanded = String(!isFolded);
    it.replaceChildren(labelled(place, isFolded));
  };
  const set = (place: HTMLElement, isFolded: boolean) => {
    if (isFolded) folded.add(place.id);
    else folded.delete(place.id);
    keep(name, [...folded]);
    apply();
  };

  section.addEventListener("click", ({ target }) => {
    const place = target instanceof Element ? target.closest(".c-fold")?.closest("li") : null;
    if (place) set(place, !folded.has(place.id));
  });
  section.addEventListener("beforematch", ({ target }) => {
    if (target instanceof HTMLElement) unfoldTo(target);
  });
  const unfoldTo = (place: HTMLElement) => {
    for (const above of lineOf(place)) folded.delete(above.id);
    keep(name, [...folded]);
    apply();
  };
  const wanted = placeOf(location.hash.replace(/^#c-/, ""));
  if (wanted) unfoldTo(wanted);
  else apply();
  return {
    apply,
    unfoldTo,
    toggle: (place: HTMLElement) => {
      if (branchOf(place).length > 0) set(place, !folded.has(place.id));
    },
  };
}

export type Folding = ReturnType<typeof folding>;

/** The comments above one, the nearest first. */
export function lineOf(place: HTMLElement): HTMLElement[] {
  const line: HTMLElement[] = [];
  let level = levelOf(place);
  for (let before = place.previousElementSibling; before && level > 1; before = before.previousElementSibling) {
    if (!(before instanceof HTMLElement) || levelOf(before) >= level) continue;
    line.push(before);
    level = levelOf(before);
  }
  return line;
}

/** When the last of what is folded was said. */
function latest(places: readonly HTMLElement[]): (string | Node)[] {
  const times = places.flatMap((place) => place.querySelector<HTMLTimeElement>(".c-head time") ?? []);
  const [last] = times.sort((one, other) => other.dateTime.localeCompare(one.dateTime));
  return last ? [", latest ", last.cloneNode(true)] : [];
}
