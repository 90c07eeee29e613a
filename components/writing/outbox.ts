import type { FormAnswer } from "../client/form-answer";
import { forgetAt, me } from "./kept";

/** A form that waits for a connection. */
export type Waiting = {
  door: string;
  place: string;
  /** Whoever wrote it, as their page knew them; nobody for a visitor. */
  who: string;
  fields: readonly (readonly [name: string, value: string])[];
  /** The page it was written on. */
  page: string;
  at: number;
  /** Why it could not be sent although there was a connection. */
  problem?: string;
};

const name = "kith:outbox";
/** Told in the page when something begins or ends to wait. */
export const changed = "kith:outbox";
/** Told in the page when something was sent: its place, its words, and where they can be read. */
export const sent = "kith:sent";
export type Sent = CustomEvent<{ place: string; go: string; source: string }>;

/**
 * What waits on this device for whoever is here, the oldest first. Others who use the device neither see nor send it.
 * What a visitor wrote goes out under nobody's name but by their own press.
 */
export const waiting = (): Waiting[] =>
  all()
    .filter(({ who }) => who === me() || who === "")
    .map((form) => (form.who === me() ? form : { ...form, problem: form.problem ?? beforeSignIn }));

const beforeSignIn = "It was written before you signed in.";

/** The header that says for whom a form is sent: nobody else who is signed in by now is taken for them. */
export const sentBy = (who: string): Record<string, string> => ({ "kith-form": who || "-" });

function all(): Waiting[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(read) ? (read as Waiting[]) : [];
  } catch {
    return [];
  }
}

function write(forms: readonly Waiting[]): boolean {
  try {
    if (forms.length > 0) localStorage.setItem(name, JSON.stringify(forms));
    else localStorage.removeItem(name);
    dispatchEvent(new Event(changed));
    return true;
  } catch {
    return false;
  }
}

/** Lets a form wait; another one of the same place is replaced. False where this device keeps nothing. */
export const queue = (form: Omit<Waiting, "who">): boolean => write([...others(form.place), { ...form, who: me() }]);

/** Takes a form back: its words are still kept where it was written. */
export const takeBack = (place: string): boolean => write(others(place));

const others = (place: string) => {
  const mine = waiting();
  return all().filter((it) => it.place !== place || !mine.some(({ who }) => who === it.who));
};

/** Sends what waits, one after the other, in one window at a time. What cannot be sent goes on waiting. */
export async function sendWaiting(): Promise<void> {
  if (!navigator.onLine) return;
  const locks = navigator.locks as LockManager | undefined;
  if (locks) await locks.request(name, { ifAvailable: true }, async (lock) => (lock ? sendAll() : undefined));
  else await sendAll();
}

async function sendAll(): Promise<void> {
  for (const form of waiting().filter(({ problem }) => !problem)) {
    const answer = await post(form);
    if (!answer) return;
    if (answer.go) {
      takeBack(form.place);
      forgetAt(form.place);
      dispatchEvent(new CustomEvent(sent, { detail: { place: form.place, go: answer.go, source: sourceOf(form) } }));
    } else {
      const problem = answer.signIn ? "Please sign in first." : (answer.problem ?? "It could not be sent.");
      write(all().map((it) => (it.place === form.place && it.who === form.who ? { ...it, problem } : it)));
    }
  }
}

/** The words of a form that waits. */
export const sourceOf = ({ fields }: Pick<Waiting, "fields">): string =>
  fields.find(([name]) => name === "source")?.[1] ?? "";

/** Null where there is no connection, or the site does not answer. */
async function post({ door, fields, who }: Waiting): Promise<FormAnswer | null> {
  const body = new FormData();
  for (const [field, value] of fields) body.append(field, value);
  try {
    const answer = await fetch(`/api/forms/${door}`, { method: "POST", headers: sentBy(who), body });
    return answer.status < 500 ? ((await answer.json()) as FormAnswer) : null;
  } catch {
    return null;
  }
}
