"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { type Tool, tools } from "./tools";

type ToolbarProps = {
  area: HTMLTextAreaElement;
  room: "comment" | "post";
  /** More buttons, as `ToolButton`s: they join the row and its keys. */
  children?: ReactNode;
};

/** What may be done to the words, in one row: Tab enters it once, the arrow keys walk in it. */
export function Toolbar({ area, room, children }: ToolbarProps) {
  const row = useRef<HTMLDivElement>(null);
  const shown = tools.filter(({ onlyInPosts }) => room === "post" || !onlyInPosts);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const tool = shown.find(({ key }) => key === event.key.toLowerCase());
      if (!tool) return;
      event.preventDefault();
      tool.run(area);
    };
    area.addEventListener("keydown", onKey);
    return () => area.removeEventListener("keydown", onKey);
  }, [area, shown]);

  useEffect(() => keepOneTabStop(row.current));

  return (
    <div
      ref={row}
      className="tools"
      role="toolbar"
      tabIndex={-1}
      aria-label="Formatting"
      aria-controls={area.id}
      onKeyDown={walk}
      onFocus={({ currentTarget, target }) => keepOneTabStop(currentTarget, target)}
    >
      {shown.map((tool) => (
        <ToolButton key={tool.name} label={labelOf(tool)} onClick={() => tool.run(area)}>
          {tool.sign}
        </ToolButton>
      ))}
      {children}
    </div>
  );
}

const isApple = () => /Mac|iP(hone|ad)/.test(navigator.platform);
const labelOf = ({ label, key }: Tool) => (key ? `${label} (${isApple() ? "⌘" : "Ctrl "}${key.toUpperCase()})` : label);

type ToolButtonProps = {
  label: string;
  onClick: () => void;
  children: ReactNode;
  /** Whether what it opens is open. */
  expanded?: boolean;
  /** Whether what it switches is on. */
  pressed?: boolean;
};

/** A button of the row. A press on it leaves the caret where it is. */
export const ToolButton = ({ label, onClick, children, expanded, pressed }: ToolButtonProps) => (
  <button
    type="button"
    className="tool"
    title={label}
    aria-label={label}
    aria-expanded={expanded}
    aria-pressed={pressed}
    onClick={onClick}
    onMouseDown={(event) => event.preventDefault()}
  >
    {children}
  </button>
);

const buttonsIn = (row: Element | null) => Array.from(row?.querySelectorAll<HTMLElement>(".tool") ?? []);

/** Only one button of the row is reached by Tab: the one that was used last, else the first. */
function keepOneTabStop(row: Element | null, used?: EventTarget): void {
  const buttons = buttonsIn(row);
  const stop =
    buttons.find((button) => button === used) ?? buttons.find(({ tabIndex }) => tabIndex === 0) ?? buttons[0];
  const isAlone = buttons.every((button) => (button.tabIndex === 0) === (button === stop));
  if (!isAlone) for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

const steps: Record<string, (at: number, many: number) => number> = {
  ArrowRight: (at, many) => (at + 1) % many,
  ArrowLeft: (at, many) => (at - 1 + many) % many,
  Home: () => 0,
  End: (_, many) => many - 1,
};

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const buttons = buttonsIn(event.currentTarget);
  const at = buttons.findIndex((button) => button === event.target);
  if (!step || at < 0) return;
  event.preventDefault();
  buttons[step(at, buttons.length)]?.focus();
}
