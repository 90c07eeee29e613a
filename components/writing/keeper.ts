import { type Refusable, refusals, sentenceOf } from "../refusals";
import { keepAt, keptAt } from "./kept";
import { fieldsOf, onceOf, setValue, takeForm } from "./kept-words";
import { newOnce } from "./once";

/** What the server keeps for a form. */
type Draft = {
  form: string;
  words: { source: string } & Partial<
    Record<"title" | "tags" | "about" | "audience" | "comments" | "closeDays", string>
  >;
  savedAt: string;
  turn: number;
  other: { at: string; line: string } | null;
};

/** What whoever writes is told about the keeping. */
export type Keeping = {
  keptAt?: Date;
  /** Words that came from another device, and when they were typed. */
  restoredAt?: Date;
  other?: Draft["other"];
  problem?: string;
  /** Why it did not arrive, and since when this device alone has it: null where it keeps nothing. */
  away?: { why: string; at: Date | null } | null;
};

type How = { area: HTMLTextAreaElement; place: string; names: readonly string[]; tell: (keeping: Keeping) => void };

/** Milliseconds from the first key to the keeping on the server. */
const pause = 2000;
/** Milliseconds from a keeping that failed to the next try. */
const again = 10_000;
const noConnection = "there is no connection";
/** A request that outlives its page may carry 64 KiB. */
const mostAtTheEnd = 60_000;

/** Keeps a form on the server while somebody types, and brings what another device kept. One for each form. */
export class Keeper {
  readonly #how: How;
  readonly #form: HTMLFormElement;
  readonly #stop = new AbortController();
  #timer = 0;
  #kept = "";
  #sending: Promise<void> = Promise.resolve();
  #ended = false;
  /** For a form that changes something there is, and has no key to send it once. */
  #own = newOnce();

  constructor(how: How, form: HTMLFormElement) {
    this.#how = how;
    this.#form = form;
    const { signal } = this.#stop;
    form.addEventListener("input", () => this.#soon(), { signal });
    form.addEventListener("focusout", () => this.#now(), { signal });
    addEventListener("online", () => this.#now(), { signal });
    addEventListener("offline", () => keptAt(this.#how.place) && this.#tellAway(noConnection), { signal });
    addEventListener("pagehide", () => this.#atTheEnd(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.#now(), { signal });
    this.#sending = this.#begin();
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  /** Before the words are sent: nothing more is kept, and what is under way has arrived. */
  async settle(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#sending;
  }

  /** After the words could not be sent: they are kept again. */
  goOn(): void {
    this.#ended = false;
    this.#soon();
  }

  /** After the words were thrown away: nothing is known of any. */
  discarded(): void {
    this.#own = newOnce();
    this.#kept = this.#typed();
    this.#how.tell({});
  }

  /** Takes the other device's words, and leaves these where those were. */
  async takeOther(): Promise<void> {
    const draft = await call("drafts.takeOther", { place: this.#place() }).catch(() => null);
    if (draft) this.#show(draft);
  }

  #place(): string {
    const { place } = this.#how;
    return place === "new" ? `new/${onceOf(this.#form)?.value ?? ""}` : place;
  }

  #fields = () => fieldsOf(this.#form, this.#how.names);
  #words = () => Object.fromEntries(this.#fields().map(({ name, value }) => [name, value]));
  #typed = () => JSON.stringify(this.#words());

  /** What waits here and what waits there are put together by the server, where both do. */
  async #begin(): Promise<void> {
    const isUntouched = this.#fields().every(({ value, defaultValue }) => value === defaultValue);
    this.#kept = isUntouched ? this.#typed() : "";
    if (!isUntouched) return this.#keep();
    if (this.#form.dataset.discarded !== undefined) return;
    try {
      const draft = await call("drafts.at", { place: this.#place() }, "GET");
      const stillUntouched = this.#fields().every(({ value, defaultValue }) => value === defaultValue);
      if (draft && stillUntouched) this.#show(draft, true);
      else if (draft) await this.#keep();
    } catch {
      // Without an answer this device goes on by itself.
    }
  }

  #soon(): void {
    if (this.#timer || this.#ended) return;
    this.#timer = window.setTimeout(() => this.#now(), pause);
  }

  #now(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#ended) this.#sending = this.#sending.then(() => this.#keep());
  }

  #atTheEnd(): void {
    if (this.#ended || this.#typed() === this.#kept) return;
    const body = this.#brought();
    if (body.length < mostAtTheEnd) void send("drafts.keep", body, { keepalive: true }).catch(() => undefined);
  }

  #brought(): string {
    const local = keptAt(this.#how.place);
    const age = local ? Math.max(0, Math.round((Date.now() - local.at) / 1000)) : 0;
    const form = onceOf(this.#form)?.value ?? local?.form ?? this.#own;
    return JSON.stringify({ place: this.#place(), form, words: this.#words(), turn: local?.turn ?? null, age });
  }

  async #keep(): Promise<void> {
    const typed = this.#typed();
    if (this.#stop.signal.aborted) return;
    if (typed === this.#kept) return this.#how.tell({ away: null });
    if (!navigator.onLine) return this.#tellAway(noConnection);
    try {
      const draft = await told(await send("drafts.keep", this.#brought()));
      this.#kept = typed;
      if (draft) this.#understand(draft, typed);
    } catch (error) {
      if (error instanceof Refused) return this.#how.tell({ problem: error.message });
      // What `fetch` throws by itself is one kind of error; what comes of a broken answer is another.
      this.#tellAway(error instanceof TypeError ? noConnection : "the site could not take it");
      if (!this.#ended) this.#timer ||= window.setTimeout(() => this.#now(), again);
    }
  }

  #tellAway(why: string): void {
    const here = keptAt(this.#how.place);
    this.#how.tell({ away: { why, at: here && new Date(here.at) } });
  }

  #understand(draft: Draft, typed: string): void {
    this.#note(draft);
    const isOurs = draft.words.source === (JSON.parse(typed) as Record<string, string>).source;
    if (!isOurs && this.#typed() === typed) return this.#show(draft);
    this.#how.tell({ keptAt: new Date(draft.savedAt), other: draft.other });
  }

  /** Puts the server's words into the form. */
  #show(draft: Draft, fromElsewhere = false): void {
    takeForm(this.#form, draft.form);
    for (const field of this.#fields())
      setValue(field, draft.words[field.name as keyof Draft["words"]] ?? field.defaultValue);
    this.#kept = this.#typed();
    this.#note(draft);
    const at = new Date(draft.savedAt);
    this.#how.tell({ keptAt: at, other: draft.other, ...(fromElsewhere && { restoredAt: at }) });
  }

  /** So that after the next loading of the page it is known that the two are one. */
  #note({ turn, form }: Draft): void {
    const local = keptAt(this.#how.place);
    if (local) keepAt(this.#how.place, { ...local, turn, form });
  }
}

class Refused extends Error {}

async function call(path: string, input: object, method = "POST"): Promise<Draft | null> {
  const body = JSON.stringify(input);
  if (method === "POST") return told(await send(path, body));
  return told(await fetch(`/api/trpc/${path}?input=${encodeURIComponent(body)}`));
}

const send = (path: string, body: string, more: RequestInit = {}): Promise<Response> =>
  fetch(`/api/trpc/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body, ...more });

type Said = {
  result?: { data?: Draft | null };
  error?: { message?: string; data?: { refusal?: { particulars?: Record<string, string | number> } | null } };
};

async function told(answer: Response): Promise<Draft | null> {
  const { result, error } = (await answer.json()) as Said;
  if (!error) return result?.data ?? null;
  const because = error.message ?? "";
  if (!(because in refusals)) throw new Error(because);
  throw new Refused(sentenceOf(because as Refusable, error.data?.refusal?.particulars));
}
