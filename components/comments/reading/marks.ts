import type { Thread } from "./start";

/** Whoever only passes by has read nothing: so long the page must be seen, in milliseconds. */
const seenFor = 2_000;

/** Tells the server how far a member has read, for all their devices. Nothing is lost when it does not arrive. */
export function noteVisit({ section, post }: Thread, until: number): void {
  if (!section.hasAttribute("data-member")) return;
  void fetch("/api/trpc/visits.note", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ postKey: post, until }),
  }).catch(() => undefined);
}

/** Notes that the page was read, once it was seen for a moment. */
export function noteWhenSeen(thread: Thread): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ended = new AbortController();
  const look = () => {
    clearTimeout(waiting);
    if (document.hidden) return;
    waiting = setTimeout(() => {
      ended.abort();
      noteVisit(thread, thread.since);
    }, seenFor);
  };
  document.addEventListener("visibilitychange", look, { signal: ended.signal });
  look();
  return () => {
    clearTimeout(waiting);
    ended.abort();
  };
}
