import { type RefObject, useEffect, useState } from "react";
import { useAnswer } from "../client/act-form";

type Kept = { at: number; words: Record<string, string> };
type Field = HTMLTextAreaElement | HTMLInputElement;

const nameOf = (place: string) => `kith:words:${place}`;

/** Browsers may refuse storage, be out of it, or hold something older: then nothing is kept, and nothing breaks. */
function read(place: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(place)) ?? "null");
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

function write(place: string, fields: readonly Field[]): void {
  try {
    if (fields.every(({ value, defaultValue }) => value === defaultValue))
      return localStorage.removeItem(nameOf(place));
    const words = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    localStorage.setItem(nameOf(place), JSON.stringify({ at: Date.now(), words }));
  } catch {
    // See `read`.
  }
}

/** Forgets what was typed at a place. */
export function forgetWords(place: string): void {
  try {
    localStorage.removeItem(nameOf(place));
  } catch {
    // See `read`.
  }
}

/**
 * Keeps what is typed into a form on this device, key by key, until it has arrived; gives it back to an empty form.
 * @param place what the words are for: one post, one comment
 * @param names the fields that are kept
 * @returns when the words that were given back were typed, and a way to throw them away
 */
export function useKeptWords(area: RefObject<HTMLTextAreaElement | null>, place: string, names: readonly string[]) {
  const [restoredAt, setRestoredAt] = useState<Date | null>(null);
  const { answer } = useAnswer();
  const list = names.join(" ");

  useEffect(() => {
    const form = area.current?.form;
    if (!form) return;
    const fields = fieldsOf(form, list.split(" "));
    const keep = () => write(place, fields);
    const kept = read(place);
    if (kept && giveBack(fields, kept)) setRestoredAt(new Date(kept.at));
    form.addEventListener("input", keep);
    return () => form.removeEventListener("input", keep);
  }, [area, place, list]);

  useEffect(() => {
    // On the way to sign in they are still needed.
    if (answer?.go && !answer.go.startsWith("/enter")) forgetWords(place);
  }, [answer, place]);

  const discard = () => {
    for (const field of fieldsOf(area.current?.form, list.split(" "))) setValue(field, field.defaultValue);
    forgetWords(place);
    setRestoredAt(null);
  };
  return { restoredAt, discard };
}

function fieldsOf(form: HTMLFormElement | null | undefined, names: readonly string[]): Field[] {
  return names.flatMap((name) => {
    const field = form?.elements.namedItem(name);
    return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? [field] : [];
  });
}

/** What somebody has typed since the page came is never overwritten. */
function giveBack(fields: readonly Field[], { words }: Kept): boolean {
  const isUntouched = fields.every(({ value, defaultValue }) => value === defaultValue);
  const isOther = fields.some(({ name, value }) => words[name] !== undefined && words[name] !== value);
  if (!isUntouched || !isOther) return false;
  for (const field of fields) setValue(field, words[field.name] ?? field.value);
  return true;
}

function setValue(field: Field, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
