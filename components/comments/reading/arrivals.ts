import { branchOf, deepest, goTo, placeOf, placesIn } from "./places";
import { noteVisit } from "./marks";
import type { Thread } from "./start";

const many = (count: number, more: boolean): string =>
  `${count}${more ? "+" : ""} new ${count === 1 && !more ? "comment" : "comments"}`;

/**
 * What came since the page was read: counted in a button that moves nothing, said politely to those who listen, and
 * brought to its places when the button is pressed.
 */
export function arrivals(thread: Thread, changed: () => void) {
  const { section, post } = thread;
  const waiting = new Set<string>();
  let others = false;
  const bar = document.createElement("div");
  bar.className = "arrivals";
  const said = document.createElement("p");
  said.className = "sr-only";
  said.setAttribute("role", "status");
  const button = document.createElement("button");
  button.className = "button button--primary button--small";
  button.hidden = true;
  bar.append(said, button);
  section.append(bar);

  const tell = () => {
    const words = many(waiting.size, others);
    button.hidden = waiting.size === 0;
    button.textContent = words;
    if (waiting.size > 0) said.textContent = `${words}. A button at the end of the comments shows them.`;
  };
  const bring = async () => {
    const keys = [...waiting];
    button.disabled = true;
    const answer = await fetch(`/api/thread?${new URLSearchParams({ post, only: keys.join(".") })}`).catch(() => null);
    button.disabled = false;
    if (!answer?.ok) {
      button.textContent = "They did not arrive. Try again";
      return;
    }
    const html = await answer.text();
    for (const key of keys) waiting.delete(key);
    others = false;
    tell();
    show(html);
    noteVisit(thread, Date.now());
  };
  const show = (html: string) => {
    const places = placesIn(html);
    const put = places.filter((place) => putInPlace(section, place));
    const elsewhere = places.filter((place) => !put.includes(place));
    for (const place of elsewhere) point(section, place);
    changed();
    const heading = section.querySelector("#comments");
    const count = /data-count="([^"]*)"/.exec(html)?.[1];
    if (heading && count && !section.hasAttribute("data-context")) heading.textContent = count;
    said.textContent = `${put.length} shown.`;
    const first = put[0] ?? section.querySelector<HTMLElement>(".c-elsewhere a");
    if (first) goTo(first);
  };
  button.addEventListener("click", () => void bring());

  return {
    /** Keys of comments that came; those on the page already are no news. */
    add: (keys: readonly string[], more: boolean) => {
      const before = waiting.size;
      for (const key of keys) if (!placeOf(key)) waiting.add(key);
      others ||= more;
      if (waiting.size > before) tell();
    },
    end: () => bar.remove(),
  };
}

/** Puts a comment at the end of the branch it belongs to. False where that branch is not on this page. */
function putInPlace(section: HTMLElement, place: HTMLElement): boolean {
  if (placeOf(place.id.slice(2))) return true;
  markNew(place);
  const { parent } = place.dataset;
  if (!parent) return putAtTop(section, place);
  const above = placeOf(parent);
  const depth = Number(above?.dataset.depth) + 1;
  if (!above || depth > deepest) return false;
  place.dataset.depth = String(depth);
  (branchOf(above).at(-1) ?? above).after(place);
  return true;
}

function markNew(place: HTMLElement): void {
  place.classList.add("c--new");
  const head = place.querySelector(".c-head");
  if (!head || head.querySelector(".c-new")) return;
  const badge = document.createElement("span");
  badge.className = "badge badge--accent c-new";
  badge.textContent = "new";
  head.append(badge);
}

/** A comment on the post itself: at the beginning where the newest stand first, at the end in every other order. */
function putAtTop(section: HTMLElement, place: HTMLElement): boolean {
  const list = section.querySelector("ol.thread");
  if (!list || section.hasAttribute("data-context")) return false;
  if (section.dataset.order === "newest") list.prepend(place);
  else list.append(place);
  return true;
}

/** Names a comment that stands on another page of the conversation, and leads there. */
function point(section: HTMLElement, place: HTMLElement): void {
  const line = document.createElement("p");
  line.className = "c-elsewhere";
  const link = document.createElement("a");
  link.className = "c-more";
  link.href = `?c=${place.id.slice(2)}#${place.id}`;
  link.textContent = `${place.querySelector(".c-head bdi")?.textContent ?? "Somebody"}, elsewhere in this conversation →`;
  line.append(link);
  section.querySelector("ol.thread")?.after(line);
}
