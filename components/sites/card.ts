/** In milliseconds: a name passed over shows nothing, and a card is not lost on the way to it. */
const beforeShown = 400;
const beforeGone = 300;
const margin = 8;

type Open = { link: HTMLAnchorElement; card: HTMLElement };
let open: Open | null = null;
let soon: ReturnType<typeof setTimeout> | undefined;
let gone: ReturnType<typeof setTimeout> | undefined;
const fetched = new Map<string, Promise<string>>();

/** A name was come to: by pointer or focus its card shows after a moment, by a press at once; a second press takes it away. */
export function comeTo(link: HTMLAnchorElement, event: Event): void {
  if (event instanceof PointerEvent && event.type === "pointerover" && event.pointerType !== "mouse") return;
  if (event.type === "focusin" && !link.matches(":focus-visible")) return;
  clearTimeout(gone);
  if (event.type === "click") {
    clearTimeout(soon);
    if (open?.link === link) return hide();
    void show(link);
    return;
  }
  if (open?.link === link) return;
  clearTimeout(soon);
  soon = setTimeout(() => void show(link), beforeShown);
  link.addEventListener("pointerleave", leave, { once: true });
  link.addEventListener("focusout", leave, { once: true });
}

/** Whoever left a name or its card has a moment to come to the other. */
function leave(): void {
  clearTimeout(soon);
  clearTimeout(gone);
  gone = setTimeout(() => {
    const { link, card } = open ?? {};
    if (card?.matches(":hover, :focus-within") || link?.matches(":hover, :focus")) return;
    hide();
  }, beforeGone);
}

/** From inside the card, focus goes back to the name. */
function hide(): void {
  if (!open) return;
  const { link, card } = open;
  open = null;
  if (card.contains(document.activeElement)) link.focus();
  card.remove();
  link.removeAttribute("aria-expanded");
  removeEventListener("keydown", onKey, true);
  removeEventListener("scroll", onScroll);
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "Escape" || !open) return;
  event.stopPropagation();
  hide();
}

/** While somebody is at the name or in the card, it goes with the page; else it goes. */
function onScroll(): void {
  if (!open) return;
  const { link, card } = open;
  if (link.matches(":hover, :focus")) place(link, card);
  else if (!card.matches(":hover, :focus-within")) hide();
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const html = await htmlOf(link.pathname);
  if (html === "" || !link.isConnected || open?.link === link) return;
  hide();
  const card = document.createElement("div");
  card.className = "card";
  card.popover = "manual";
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", `About ${link.querySelector("bdi")?.textContent ?? "this member"}`);
  card.innerHTML = html;
  link.after(card);
  open = { link, card };
  link.setAttribute("aria-expanded", "true");
  card.showPopover();
  place(link, card);
  card.addEventListener("pointerleave", leave);
  card.addEventListener("focusout", leave);
  link.addEventListener("focusout", leave);
  link.addEventListener("pointerleave", leave);
  addEventListener("keydown", onKey, true);
  addEventListener("scroll", onScroll, { passive: true });
}

/** Under the name, or above it where there is no room, and never beyond the window. */
function place(link: HTMLElement, card: HTMLElement): void {
  const at = link.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = card;
  const below = at.bottom + margin / 2;
  const top = below + offsetHeight > innerHeight && at.top > offsetHeight ? at.top - offsetHeight - margin / 2 : below;
  card.style.top = `${Math.max(margin, top)}px`;
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
