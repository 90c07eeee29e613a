/** What was typed into a form, as this device keeps it. */
export type Kept = {
  at: number;
  words: Record<string, string>;
  /** The key of the form, with which the words are sent once, however often they are sent. */
  form?: string;
  /** How often the server had kept them when this device last heard. */
  turn?: number;
};

/** Whoever this page was made for; nobody for a visitor. Words are given back to those who typed them. */
export const me = (): string => document.getElementById("main")?.dataset.me ?? "";

const nameOf = (place: string, who = me()) => `kith:words:${who}:${place}`;

/** Browsers may refuse storage, be out of it, or hold something older: then nothing is kept, and nothing breaks. */
function read(name: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isKept = (it: unknown): it is Kept =>
  typeof it === "object" &&
  it !== null &&
  "at" in it &&
  typeof it.at === "number" &&
  "words" in it &&
  typeof it.words === "object";

/** What was typed at a place by whoever is here, or by somebody who was not signed in yet. */
export const keptAt = (place: string): Kept | null => read(nameOf(place)) ?? read(nameOf(place, ""));

/** Keeps what was typed at a place. */
export function keepAt(place: string, kept: Kept): void {
  try {
    localStorage.setItem(nameOf(place), JSON.stringify(kept));
  } catch {
    // See `read`.
  }
}

/** Tells the server to let go of it too; a page that is left meanwhile makes no difference. */
export function letGo(place: string, form: string | undefined): void {
  // A visitor's words, and those of a moderator in somebody else's comment, are on this device alone.
  if (me() === "" || place.startsWith("amend/")) return;
  const body = JSON.stringify({ place: place === "new" ? `new/${form ?? ""}` : place, ...(form && { form }) });
  const headers = { "content-type": "application/json" };
  fetch("/api/trpc/drafts.end", { method: "POST", keepalive: true, headers, body }).catch(() => undefined);
}

/** Forgets what was typed at a place. */
export function forgetAt(place: string): void {
  try {
    localStorage.removeItem(nameOf(place));
    localStorage.removeItem(nameOf(place, ""));
  } catch {
    // See `read`.
  }
}
