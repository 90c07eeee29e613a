import { arrivals } from "./arrivals";
import { listen } from "./listen";
import { followRecent } from "./recent";

/** The thread on this page, as the server marked it. */
export type Thread = {
  section: HTMLElement;
  /** The key of its post. */
  post: string;
  /** When the server printed it, in milliseconds. */
  since: number;
};

function threadHere(): Thread | null {
  const section = document.querySelector<HTMLElement>("[data-thread]");
  if (!section) return null;
  return { section, post: section.dataset.thread ?? "", since: Number(section.dataset.since) };
}

/** Begins everything that makes reading easier; gives the way to end it. */
export function start(): () => void {
  const thread = threadHere();
  const arrived = thread && arrivals(thread);
  const recent = followRecent();
  const stop = listen({
    post: thread && { key: thread.post, since: thread.since },
    recent: recent !== null,
    onComments: (keys, more) => arrived?.add(keys, more),
    onRecent: (keys) => recent?.changed(keys),
  });
  return () => {
    stop();
    arrived?.end();
  };
}
