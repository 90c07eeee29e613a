import { deepest, placeOf, placesIn } from "./places";
import { keep, kept } from "./session";
import type { Thread } from "./start";

/** The most pieces that are fetched again for somebody who comes back. */
const mostAgain = 40;

/**
 * Brings what stands on further pages to where it belongs, at a press on the link that leads there: the rest of a
 * branch, the next conversations. What was brought is there again for whoever comes back to the page.
 */
export function bringingMore({ section, post }: Thread, changed: () => void) {
  const name = `brought:${location.pathname}${location.search}`;
  const brought: string[] = [];

  const bring = async (link: HTMLAnchorElement): Promise<HTMLElement | null> => {
    const href = link.getAttribute("href") ?? "";
    const asked = new URLSearchParams(link.search);
    if (link.hasAttribute("data-rest")) asked.set("rest", "1");
    else asked.set("post", post);
    link.ariaBusy = "true";
    const answer = await fetch(`/api/thread?${asked}`).catch(() => null);
    link.ariaBusy = null;
    if (!answer?.ok) return null;
    const html = await answer.text();
    const came = placesIn(html);
    const fresh = came.filter(({ id }) => !placeOf(id.slice(2)));
    const list = link.hasAttribute("data-rest") ? null : section.querySelector("ol.thread");
    if (list) list.append(...fresh);
    else link.closest("li.c")?.after(...came.map(standing));
    if (link.dataset.rest === "deep") for (const place of fresh) place.dataset.depth = String(deepest);
    const [, next, many] = /data-next="([^"]*)" data-new="(\d+)"/.exec(html) ?? [];
    if (list && next) onward(link, next.replaceAll("&amp;", "&"), Number(many));
    else link.remove();
    brought.push(href);
    keep(name, brought.slice(-mostAgain));
    changed();
    return fresh[0] ?? null;
  };

  section.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-rest], a[data-more]") : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.ariaBusy) return;
    void bring(link).then((first) => (first ? first.focus({ preventScroll: true }) : location.assign(link.href)));
  });
  return { again: () => again(bring, name), bring };
}

/** A comment that stands on the page already, because it is new, takes its place among those around it as it is. */
function standing(place: HTMLElement): HTMLElement {
  const here = placeOf(place.id.slice(2));
  const rest = here && place.querySelector(":scope > [data-rest]");
  if (rest) here.append(rest);
  return here ?? place;
}

/** The way on leads a page further, and says how many new ones wait there. */
function onward(link: HTMLAnchorElement, href: string, many: number): void {
  link.href = href;
  link.textContent = many ? `More comments, ${many} new` : "More comments";
  if (many) link.dataset.new = String(many);
  else delete link.dataset.new;
}

/** Fetches again what was on the page when it was left, and goes to where its reader was. */
async function again(bring: (link: HTMLAnchorElement) => Promise<unknown>, name: string): Promise<void> {
  const [navigation] = performance.getEntriesByType("navigation");
  const isBack = navigation instanceof PerformanceNavigationTiming && navigation.type === "back_forward";
  const at = `${name}:at`;
  const [place] = kept(at);
  addEventListener("pagehide", () => {
    const here = placeInView();
    keep(at, here ? [`${here.id} ${Math.round(here.getBoundingClientRect().top)}`] : []);
  });
  if (!isBack) return keep(name, []);
  const hrefs = kept(name);
  if (hrefs.length === 0) return;
  for (const href of hrefs) {
    const link = document.querySelector<HTMLAnchorElement>(
      `a[data-rest][href="${CSS.escape(href)}"], a[data-more][href="${CSS.escape(href)}"]`,
    );
    if (link) await bring(link);
  }
  const [id = "", top = "0"] = (place ?? "").split(" ");
  const there = document.getElementById(id);
  if (there) scrollBy(0, there.getBoundingClientRect().top - Number(top));
}

/** The comment at the top of what is seen. */
export function placeInView(): HTMLElement | null {
  for (const place of document.querySelectorAll<HTMLElement>("li.c:not([hidden])"))
    if (place.getBoundingClientRect().bottom > 40) return place;
  return null;
}

/** An address that names a comment which is not on this page leads to where it is. */
export function goToHash(): void {
  const key = /^#c-([0-9a-z]{10})$/.exec(location.hash)?.[1];
  if (!key || new URLSearchParams(location.search).has("c")) return;
  if (!placeOf(key)) location.replace(`?c=${key}#c-${key}`);
}
