"use client";

import { useEffect, useRef } from "react";

/** Closes the menu it lies in on Escape (focus returns to its label), on a press elsewhere and when focus leaves. */
export function MenuManners() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const menu = here.current?.closest("details");
    if (!menu) return;
    const stop = new AbortController();
    const leave = (event: Event) => {
      const to = event instanceof FocusEvent ? event.relatedTarget : event.target;
      if (to instanceof Node && !menu.contains(to)) menu.open = false;
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    };
    menu.addEventListener("keydown", escape, { signal: stop.signal });
    menu.addEventListener("focusout", leave, { signal: stop.signal });
    document.addEventListener("pointerdown", leave, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return <span ref={here} hidden />;
}
