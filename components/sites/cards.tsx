"use client";

import { useEffect } from "react";

const named = 'a[data-card], .c-head > a[href^="/m/"]';

/** Beside a member's name in a thread: who they are. Everything of it is loaded when a name is come to for the first time. */
export function Cards() {
  useEffect(() => {
    const come = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(named) : null;
      const presses = event.type === "click";
      if (!link || (presses && !("card" in link.dataset))) return;
      if (presses && event instanceof MouseEvent) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
      }
      // A press that can bring no card, without a connection, leads where the link leads.
      void import("./card")
        .then(({ comeTo }) => comeTo(link, event))
        .catch(() => presses && location.assign(link.href));
    };
    const ways = ["pointerover", "focusin", "click"];
    for (const way of ways) document.addEventListener(way, come);
    return () => {
      for (const way of ways) document.removeEventListener(way, come);
    };
  }, []);
  return null;
}
