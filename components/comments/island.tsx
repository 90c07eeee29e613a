"use client";

import { useEffect, useRef } from "react";

type Shared = typeof globalThis & { kithIslands?: Map<string, { html: string }> };

/** On the server: the HTML a page has put there, and it is gone. In a browser nothing waits, and nothing is needed. */
function take(island: string): string {
  const waiting = (globalThis as Shared).kithIslands;
  const html = waiting?.get(island)?.html ?? "";
  waiting?.delete(island);
  return html;
}

type Props = {
  island: string;
  /** Where the same HTML is fetched, should the page ever be put together without the server's help. */
  from?: string;
  className?: string;
  dir?: "auto";
};

/**
 * HTML that is printed once, by the server, and left alone: none of it is in the page's data and no script goes over
 * it. A thread of 1,000 comments costs a third of the bytes and a quarter of the script time (docs/architecture.md).
 */
export function Island({ island, from, ...more }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (!from || !current || current.firstChild) return;
    fetch(from)
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((html) => {
        current.innerHTML = html;
      })
      .catch(() => undefined);
  }, [from]);
  return <div {...more} ref={place} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: take(island) }} />;
}
