"use client";

import { useEffect } from "react";
import { ago, localClock, localDate, localTitle } from "./time-words";

/** Writes every `<time data-how>` that asks for it in the reader's zone, and "3 hours ago" where that says more. */
function retell(): void {
  const now = new Date();
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-how], .dt-published")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    const words = wordsFor(at, time.dataset.how, now);
    if (time.textContent !== words) time.textContent = words;
    time.title = localTitle(at);
  }
}

function wordsFor(at: Date, how: string | undefined, now: Date): string {
  if (how === "clock") return localClock(at);
  return (how !== "date" && ago(at, now)) || localDate(at);
}

/** One for the whole page: also for threads that arrive as HTML, and for what comes later. */
export function Times() {
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(soon);
      soon = setTimeout(retell, 100);
    };
    retell();
    const clock = setInterval(retell, 60_000);
    const arrivals = new MutationObserver((changes) => {
      const isNew = (node: Node) => node instanceof Element && (node.matches("time") || node.querySelector("time"));
      if (changes.some((change) => Array.from(change.addedNodes).some(isNew))) later();
    });
    arrivals.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(soon);
      clearInterval(clock);
      arrivals.disconnect();
    };
  }, []);
  return null;
}
