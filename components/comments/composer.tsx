"use client";

import type { ReactNode } from "react";
import { type Action, ActForm } from "../client/act-form";
import { type AsGuest, GuestFields } from "../guests/guest-fields";
import { type Choices, LatestChoice } from "../sites/latest-choice";
import { Submit } from "../ui/submit";
import { carriedBy, type Door } from "../writing/carried";
import { usePreview } from "../writing/previewing";
import { WayOut, WaysOn, WaysOnceIn } from "../writing/ways-on";
import { WordsField } from "../writing/words-field";

export type ComposerProps = {
  action: Action;
  /** What the action needs to know, as hidden fields. */
  fields: Readonly<Record<string, string>>;
  /** What the words are for, on this device: see `useKeptWords`. */
  place: string;
  id: string;
  label: ReactNode;
  /** What the form is, for those who hear the page. */
  name: string;
  send: string;
  limit: number;
  words?: string;
  /** A visitor writes first and signs in then. */
  guest?: boolean;
  /** A visitor may also send it without an account. */
  asGuest?: AsGuest;
  autoFocus?: boolean;
  /** Which of the writer's latest posts can stand under it. */
  latest?: Choices | null | undefined;
  /** Stands beside the buttons: a way to close the form. */
  children?: ReactNode;
  /** Which form it is, for the script that carries it; without one its action does. */
  door?: Door;
  /** Words of theirs wait on the server. */
  waits?: boolean;
};

/** Words on their way to the others: a comment, a reply, a change of either. Works before and without its script. */
export function Composer({ action, name, door, ...rest }: ComposerProps) {
  return (
    <ActForm action={action} className="form composer" label={name} carry={door && carriedBy(door, rest.place)}>
      <Inside {...rest} {...(door && { door })} />
    </ActForm>
  );
}

function Inside({
  fields,
  place,
  id,
  label,
  send,
  limit,
  words,
  guest,
  asGuest,
  autoFocus,
  latest,
  children,
  waits,
  door,
}: Omit<ComposerProps, "action" | "name">) {
  const { button, view, live } = usePreview("comment");
  const hint = `Take the room you need: up to ${limit.toLocaleString("en")} characters, in Markdown.`;
  return (
    <>
      {view}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <WordsField
        id={id}
        label={label}
        hint={hint}
        room="comment"
        limit={limit}
        place={place}
        words={words ?? ""}
        autoFocus={autoFocus ?? false}
        postKey={fields.postKey}
        guest={guest ?? false}
        waits={waits ?? false}
        {...(asGuest && { keeps: keptOfGuests })}
        {...waysFor(door, { most: limit, guest: guest ?? false })}
      />
      {live}
      {latest && <LatestChoice id={`${id}-latest`} postKey={fields.postKey ?? ""} choices={latest} />}
      <div className="form-acts">
        <Submit data-sends="" sending="Sending…">
          {guest ? `Sign in and ${send.toLowerCase()}` : send}
        </Submit>
        {guest ? null : button}
        {children}
        <span className="text-mini text-soft js-only keys-only">or Ctrl and Enter</span>
      </div>
      {guest ? <p className="field-hint">What you have written waits here until you are back.</p> : null}
      {asGuest ? <GuestFields id={id} held={asGuest === "held"} /> : null}
    </>
  );
}

/** Whoever has no place here types who they are as well. */
const keptOfGuests = ["source", "name", "mail", "site"];

/** A change of what was said has the room of one comment, and no other. */
function waysFor(door: Door | undefined, { most, guest }: { most: number; guest: boolean }) {
  if (door === "continue") return { ways: { tooMany: <WaysOn most={most} goesOn /> } };
  if (door !== "comment") return {};
  if (guest) return { ways: { tooMany: <WaysOnceIn /> } };
  return { ways: { tooMany: <WaysOn most={most} goesOn={false} />, elsewhere: <WayOut /> } };
}
