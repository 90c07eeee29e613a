/** In milliseconds: a name passed over shows nothing, a card is not lost on the way to it, and a quick answer needs no word of waiting. */
const beforeShown = 400;
const beforeGone = 300;
const beforeWaiting = 150;
const margin = 8;

/** `kept`: somebody pressed for it, so only a press, Escape or leaving with the focus takes it away. */
type Open = { link: HTMLAnchorElement; card: HTMLElement; kept: boolean };
let open: Open | null = null;
let soon: ReturnType<typeof setTimeout> | undefined;
let gone: ReturnType<typeof setTimeout> | undefined;
/** The name whose card is on its way or shown. */
let wanted: HTMLAnchorElement | null = null;
/** The name whose card was just closed: it stays closed until somebody leaves the name and comes again. */
let closed: HTMLAnchorElement | null = null;
const fetched = new Map<string, Promise<string>>();

/** A name was come to: by pointer or focus its card shows after a moment, by a press at once; a second press takes it away. */
export function comeTo(link: HTMLAnchorElement, event: Event): void {
  if (event.type === "click") return press(link);
  if (event instanceof PointerEvent && event.pointerType !== "mouse") return;
  if (event.type === "focusin" && !link.matches(":focus-visible")) return;
  clearTimeout(gone);
  clearTimeout(soon);
  watch(link);
  if (open?.link === link || closed === link) return;
  soon = setTimeout(() => void show(link, false), beforeShown);
}

/** The first press keeps what the pointer or the focus had opened; the next one closes it. */
function press(link: HTMLAnchorElement): void {
  clearTimeout(gone);
  clearTimeout(soon);
  watch(link);
  if (open?.link !== link) return void show(link, true);
  if (open.kept) hide();
  else open.kept = true;
}

/** The same listener twice is one. */
function watch(element: HTMLElement): void {
  for (const way of ["pointerleave", "focusout"]) element.addEventListener(way, leave);
}

/** Whoever left a name or its card has a moment to come to the other. */
function leave({ type, currentTarget }: Event): void {
  clearTimeout(soon);
  if (currentTarget === closed) closed = null;
  if (open?.kept && type === "pointerleave") return;
  clearTimeout(gone);
  gone = setTimeout(() => {
    if (open && !isThere(open)) hide();
  }, beforeGone);
}

const isThere = ({ link, card, kept }: Open): boolean =>
  card.matches(":hover, :focus-within") || link.matches(kept ? ":focus" : ":hover, :focus");

/** From inside the card, focus goes back to the name; that is no coming to it. */
function hide(): void {
  wanted = null;
  if (!open) return;
  const { link, card } = open;
  open = null;
  closed = link.matches(":hover") || card.contains(document.activeElement) ? link : null;
  if (card.contains(document.activeElement)) link.focus();
  card.remove();
  link.setAttribute("aria-expanded", "false");
  removeEventListener("keydown", onKey, true);
  removeEventListener("pointerdown", onPress, true);
  removeEventListener("scroll", onScroll);
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "Escape" || !open) return;
  event.stopPropagation();
  hide();
}

function onPress({ target }: PointerEvent): void {
  if (open && target instanceof Node && !open.card.contains(target) && !open.link.contains(target)) hide();
}

/** While somebody is at the name or in the card, and the name can be seen, the card goes with the page; else it goes. */
function onScroll(): void {
  if (!open) return;
  const { top, bottom } = open.link.getBoundingClientRect();
  if (bottom > 0 && top < innerHeight && (open.kept || isThere(open))) place(open);
  else hide();
}

/** A press that brings no card leads to the page it is about. */
async function show(link: HTMLAnchorElement, kept: boolean): Promise<void> {
  wanted = link;
  const asked = htmlOf(link.pathname);
  const waiting = setTimeout(() => kept && put(link, '<p class="card-facts">One moment…</p>', kept), beforeWaiting);
  const html = await asked;
  clearTimeout(waiting);
  if (wanted !== link || !link.isConnected) return;
  if (html === "") {
    if (kept) location.assign(link.href);
    return;
  }
  if (kept || link.matches(":hover, :focus")) put(link, html, kept);
}

function put(link: HTMLAnchorElement, html: string, kept: boolean): void {
  if (open?.link === link) open.kept ||= kept;
  else {
    hide();
    wanted = link;
    open = { link, card: newCard(link), kept };
    link.setAttribute("aria-expanded", "true");
    addEventListener("keydown", onKey, true);
    addEventListener("pointerdown", onPress, true);
    addEventListener("scroll", onScroll, { passive: true });
  }
  const { card } = open;
  card.innerHTML = html;
  card.ariaLabel = `About ${card.querySelector(".card-name bdi")?.textContent ?? "this member"}`;
  place(open);
}

/** Right behind the name, so that the next tab, and whoever listens, comes into it. */
function newCard(link: HTMLAnchorElement): HTMLElement {
  const card = document.createElement("div");
  card.className = "card";
  card.popover = "manual";
  card.role = "group";
  link.after(card);
  card.showPopover();
  watch(card);
  return card;
}

/** Under the name, or above it where there is more room, and never beyond the window. */
function place({ link, card }: Open): void {
  const at = link.getBoundingClientRect();
  const below = innerHeight - at.bottom - margin * 1.5;
  const above = at.top - margin * 1.5;
  card.style.maxHeight = "";
  const { offsetWidth, offsetHeight } = card;
  const isBelow = offsetHeight <= below || below >= above;
  const height = Math.min(offsetHeight, isBelow ? below : above);
  card.style.maxHeight = `${height}px`;
  card.style.top = `${isBelow ? at.bottom + margin / 2 : at.top - margin / 2 - height}px`;
  card.style.left = `${Math.max(margin, Math.min(at.left, innerWidth - offsetWidth - margin))}px`;
}

/** Asked once in the life of a page; a card that could not be had may be asked for again. */
function htmlOf(path: string): Promise<string> {
  const known = fetched.get(path);
  if (known) return known;
  const asked = fetch(`${path}/card`)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .catch(() => "");
  fetched.set(path, asked);
  void asked.then((html) => html === "" && fetched.delete(path));
  return asked;
}
