import type { FormAnswer } from "../client/form-answer";
import { forgetAt } from "./kept";

/** A form that waits for a connection. */
export type Waiting = {
  door: string;
  place: string;
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
/** Told in the page when something was sent: its place, and where it can be read. */
export const sent = "kith:sent";
export type Sent = CustomEvent<{ place: string; go: string }>;

/** Everything that waits on this device, the oldest first. */
export function waiting(): Waiting[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(read) ? (read as Waiting[]) : [];
  } catch {
    return [];
  }
}

function write(all: readonly Waiting[]): boolean {
  try {
    if (all.length > 0) localStorage.setItem(name, JSON.stringify(all));
    else localStorage.removeItem(name);
    dispatchEvent(new Event(changed));
    return true;
  } catch {
    return false;
  }
}

/** Lets a form wait; another one of the same place is replaced. False where this device keeps nothing. */
export const queue = (form: Waiting): boolean =>
  write([...waiting().filter(({ place }) => place !== form.place), form]);

/** Takes a form back: its words are still kept where it was written. */
export const takeBack = (place: string): boolean => write(waiting().filter((it) => it.place !== place));

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
      dispatchEvent(new CustomEvent(sent, { detail: { place: form.place, go: answer.go } }));
    } else {
      const problem = answer.signIn ? "Please sign in first." : (answer.problem ?? "It could not be sent.");
      write(waiting().map((it) => (it.place === form.place ? { ...it, problem } : it)));
    }
  }
}

/** Null where there is no connection, or the site does not answer. */
async function post({ door, fields }: Waiting): Promise<FormAnswer | null> {
  const body = new FormData();
  for (const [field, value] of fields) body.append(field, value);
  try {
    const answer = await fetch(`/api/forms/${door}`, { method: "POST", headers: { "kith-form": "1" }, body });
    return answer.status < 500 ? ((await answer.json()) as FormAnswer) : null;
  } catch {
    return null;
  }
}
