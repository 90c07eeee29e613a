import { type RefObject, useEffect, useState } from "react";
import { useAnswer } from "../client/act-form";
import { forgetAt, type Kept, keepAt, keptAt, letGo } from "./kept";
import { newOnce } from "./once";
import type { Sent } from "./outbox";

/** A field of a form, or a choice of a few: what it says now, and what it said at first. */
type Field = { name: string; value: string; defaultValue: string; tell: () => void };

/** Words that were given back: when they were typed, and whether that was on another device. */
export type Restored = { at: Date; elsewhere?: boolean };

/**
 * Keeps what is typed into a form on this device, key by key, until it has arrived; gives it back to an empty form.
 * @param place what the words are for: one post, one comment
 * @param names the fields that are kept
 * @returns when the words that were given back were typed, and a way to throw them away
 */
export function useKeptWords(area: RefObject<HTMLTextAreaElement | null>, place: string, names: readonly string[]) {
  const [restored, setRestored] = useState<Restored | null>(null);
  const { answer } = useAnswer();
  const list = names.join(" ");

  useEffect(() => {
    const form = area.current?.form;
    if (!form) return;
    const fields = fieldsOf(form, list.split(" "));
    const keep = () => write(place, form, fields);
    const kept = keptAt(place);
    if (kept && giveBack(fields, kept.words)) {
      takeForm(form, kept.form);
      setRestored({ at: new Date(kept.at) });
    }
    form.addEventListener("input", keep);
    return () => form.removeEventListener("input", keep);
  }, [area, place, list]);

  useEffect(() => {
    // On the way to sign in they are still needed.
    if (!answer?.go || answer.go.startsWith("/enter")) return;
    forgetAt(place);
    // Whoever comes back to this page finds the form as it was at first.
    area.current?.form?.reset();
  }, [area, answer, place]);

  const discard = () => {
    throwAway(area.current?.form, place, list.split(" "));
    setRestored(null);
  };

  useEffect(() => {
    // What waited for a connection and was given back to the form meanwhile is on its page by now.
    const onSent = (event: Event) => {
      const { detail } = event as Sent;
      if (detail.place !== place || detail.source !== area.current?.value) return;
      throwAway(area.current?.form, place, list.split(" "));
      setRestored(null);
    };
    addEventListener("kith:sent", onSent);
    return () => removeEventListener("kith:sent", onSent);
  }, [area, place, list]);
  return { restored, setRestored, discard };
}

/** Empties a form of what was typed, here and on the server. */
function throwAway(form: HTMLFormElement | null | undefined, place: string, names: readonly string[]): void {
  if (!form) return;
  for (const field of fieldsOf(form, names)) setValue(field, field.defaultValue);
  forgetAt(place);
  letGo(place, onceOf(form)?.value);
  // What is typed from now on is another form's; what is under way of this one comes too late.
  takeForm(form, newOnce());
  form.dataset.discarded = "";
}

/** Unchanged words need no keeping. What else is known of them stays beside them. */
function write(place: string, form: HTMLFormElement, fields: readonly Field[]): void {
  if (fields.every(({ value, defaultValue }) => value === defaultValue)) return forgetAt(place);
  const words = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const once = onceOf(form)?.value;
  keepAt(place, { ...keptAt(place), at: Date.now(), words, ...(once && { form: once }) });
}

/** The form's own key, where it has one. */
export function onceOf(form: HTMLFormElement): HTMLInputElement | null {
  const once = form.elements.namedItem("once");
  return once instanceof HTMLInputElement ? once : null;
}

/** Words that come back are sent with the key they had: should they have arrived after all, they arrive once. */
export function takeForm(form: HTMLFormElement, key: Kept["form"]): void {
  const once = onceOf(form);
  if (once && key) once.value = key;
}

/** The fields of a form by their names. */
export const fieldsOf = (form: HTMLFormElement | null | undefined, names: readonly string[]): Field[] =>
  names.flatMap((name) => (form ? (fieldOf(form.elements.namedItem(name), name) ?? []) : []));

function fieldOf(found: RadioNodeList | Element | null, name: string): Field | null {
  const changed = () => new Event("input", { bubbles: true });
  if (found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement || found instanceof HTMLSelectElement) {
    const defaultValue = "defaultValue" in found ? found.defaultValue : firstOf(found);
    const tell = () => found.dispatchEvent(changed());
    return {
      name,
      defaultValue,
      tell,
      get value() {
        return found.value;
      },
      set value(value) {
        found.value = value;
      },
    };
  }
  if (!(found instanceof RadioNodeList)) return null;
  const radios = Array.from(found).filter((it) => it instanceof HTMLInputElement);
  const defaultValue = radios.find(({ defaultChecked }) => defaultChecked)?.value ?? "";
  const tell = () => radios[0]?.dispatchEvent(changed());
  return {
    name,
    defaultValue,
    tell,
    get value() {
      return found.value;
    },
    set value(value) {
      found.value = value;
    },
  };
}

const firstOf = ({ options }: HTMLSelectElement): string =>
  (Array.from(options).find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";

/** What somebody has typed since the page came is never overwritten. */
export function giveBack(fields: readonly Field[], words: Kept["words"]): boolean {
  const isUntouched = fields.every(({ value, defaultValue }) => value === defaultValue);
  const isOther = fields.some(({ name, value }) => words[name] !== undefined && words[name] !== value);
  if (!isUntouched || !isOther) return false;
  for (const field of fields) setValue(field, words[field.name] ?? field.value);
  return true;
}

/** Puts words into a field as if they were typed. */
export function setValue(field: Field, value: string): void {
  field.value = value;
  field.tell();
}
