"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { typeOver } from "./edit";
import { allEmoji, type Emoji, emojiFor } from "./emoji";
import { ToolButton } from "./toolbar";
import { Sign } from "./tools";

/** A button that opens all the emoji there are, to be found by a word or looked through. */
export function EmojiButton({ area }: { area: HTMLTextAreaElement }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    area.focus();
  };
  return (
    <>
      <ToolButton label="Emoji" expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Sign d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M7.5 8h.01M12.5 8h.01M6.5 11.5c.7 1.4 2 2.2 3.5 2.2s2.8-.8 3.5-2.2" />
      </ToolButton>
      {isOpen && <Picker area={area} close={close} />}
    </>
  );
}

/** How many of a search are shown. */
const mostFound = 60;

function Picker({ area, close }: { area: HTMLTextAreaElement; close: () => void }) {
  const [all, setAll] = useState<readonly Emoji[] | "broken" | null>(null);
  const [text, setText] = useState("");
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    search.current?.focus();
    allEmoji().then(setAll, () => setAll("broken"));
  }, []);

  const take = ({ sign }: Emoji) => {
    typeOver(area, sign);
    close();
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter") return;
    // Enter belongs to the search here, and would send the form.
    event.preventDefault();
    const [nearest] = Array.isArray(all) && text ? emojiFor(all, text, 1) : [];
    if (nearest) take(nearest);
  };
  const found = Array.isArray(all) ? (text ? emojiFor(all, text, mostFound) : all) : [];
  return (
    <div className="emoji" role="dialog" aria-label="Emoji">
      <label className="field-label" htmlFor={id}>
        Find an emoji
      </label>
      <input
        ref={search}
        id={id}
        className="input"
        value={text}
        autoComplete="off"
        onKeyDown={onSearchKey}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="field-hint" role="status">
        {all === null && "Fetching them…"}
        {all === "broken" && "They did not arrive. Please try again."}
        {Array.isArray(all) && text && `${found.length === mostFound ? "More than" : ""} ${found.length} found`.trim()}
      </p>
      <div className="emoji-list" role="group" aria-label="All of them" tabIndex={-1}>
        {found.map((emoji, nth) => (
          <button
            key={emoji.sign}
            type="button"
            tabIndex={nth === 0 ? 0 : -1}
            aria-label={emoji.names[0]?.replaceAll("_", " ")}
            title={`:${emoji.names[0]}:`}
            onClick={() => take(emoji)}
            onKeyDown={(event) => (event.key === "Escape" ? close() : walk(event))}
          >
            {emoji.sign}
          </button>
        ))}
      </div>
    </div>
  );
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** The arrow keys walk the list, up and down by as many as stand in a row. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const { currentTarget: here } = event;
  const buttons = Array.from(here.parentElement?.querySelectorAll("button") ?? []);
  const inRow = buttons.filter(({ offsetTop }) => offsetTop === buttons[0]?.offsetTop).length;
  const step = steps[event.key] ?? (event.key === "ArrowDown" ? inRow : event.key === "ArrowUp" ? -inRow : 0);
  if (step === 0) return;
  event.preventDefault();
  buttons[buttons.indexOf(here) + step]?.focus();
}
