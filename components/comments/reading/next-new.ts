import type { Folding } from "./fold";
import { placeInView } from "./more";
import { goTo } from "./places";
import type { Thread } from "./start";

/** How many ways on are opened at one press before it leads to what is unread instead. */
const mostOpened = 12;

/** Whoever stands on a comment has passed it; one that is only looked at, once its head is at the top. */
function isAheadOf(): (it: Element) => boolean {
  const focused = document.activeElement?.closest("li.c");
  const here = focused ?? placeInView();
  const isPassed = focused || (here && here.getBoundingClientRect().top < 48);
  return (it) => {
    if (!here || it === here) return !isPassed;
    return Boolean(here.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING);
  };
}

/**
 * Leads from one new comment to the next, by key and by a button for those without keys. Where new ones wait behind
 * "more replies" and "More comments" these are opened in place; after the last it says so.
 */
export function newOnes(
  { section }: Thread,
  folding: Folding,
  bring: (link: HTMLAnchorElement) => Promise<HTMLElement | null>,
) {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet button--small";
  button.textContent = "Next new";
  section.querySelector(".arrivals")?.prepend(said, button);
  const told = section.matches("[data-fresh]") ? section : section.querySelector<HTMLElement>("[data-fresh]");
  const many = Number(told?.dataset.fresh ?? 0);
  button.hidden = many === 0;
  let isBusy = false;

  const unread = () => location.assign("?order=unread&once#new");
  const end = () => {
    const onPage = section.querySelectorAll("li.c--new").length;
    const isPart = section.hasAttribute("data-context") || new URLSearchParams(location.search).has("cursor");
    if (isPart && many > onPage) return unread();
    button.hidden = true;
    said.textContent = "";
    requestAnimationFrame(() => {
      said.textContent = many + onPage > 0 ? "That was the last new one." : "Nothing here is new to you.";
    });
  };
  const find = async () => {
    const isAhead = isAheadOf();
    for (let opened = 0; opened <= mostOpened; opened++) {
      const found = [...section.querySelectorAll<HTMLElement>("li.c--new, a[data-new]")].find(isAhead);
      if (!found) return end();
      if (!(found instanceof HTMLAnchorElement)) {
        said.textContent = "";
        button.hidden = false;
        folding.unfoldTo(found);
        return goTo(found);
      }
      if (!(await bring(found))) return location.assign(found.href);
    }
    unread();
  };
  const next = () => {
    if (isBusy) return;
    isBusy = true;
    void find().finally(() => {
      isBusy = false;
    });
  };

  // The place in the conversation keeps the focus: from there it goes on.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", next);
  if (location.hash === "#new" && document.activeElement === document.body) {
    const first = document.getElementById("new")?.closest<HTMLElement>("li.c");
    if (first) first.focus({ preventScroll: true });
    else next();
  }
  return { next };
}
