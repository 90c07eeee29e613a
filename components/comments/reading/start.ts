import { arrivals } from "./arrivals";
import { folding } from "./fold";
import { actsInPlace } from "./in-place";
import { keys } from "./keys";
import { listen } from "./listen";
import { readingOn } from "./long";
import { noteWhenSeen } from "./marks";
import { bringingMore, goToHash } from "./more";
import { followRecent } from "./recent";
import { tallPictures } from "./tall";

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
  const reading = thread && read(thread);
  const recent = followRecent();
  const stop = listen({
    post: thread && { key: thread.post, since: thread.since },
    recent: recent !== null,
    onComments: (keys, more) => reading?.arrived(keys, more),
    onRecent: (keys) => recent?.changed(keys),
  });
  return () => {
    stop();
    reading?.end();
  };
}

function read(thread: Thread) {
  const folds = folding(thread);
  const came = arrivals(thread, folds.apply);
  const more = bringingMore(thread, folds.apply);
  const goOn = () => import("./next-new").then(({ newOnes }) => newOnes(thread, folds, more.bring));
  const isNew = thread.section.matches("[data-fresh]") || thread.section.querySelector("[data-fresh]") !== null;
  let onward = isNew ? goOn() : null;
  const nextNew = () => {
    onward ??= goOn();
    void onward.then(({ next }) => next());
  };
  const acts = new AbortController();
  if (thread.section.hasAttribute("data-member")) actsInPlace(acts.signal);
  const ends = [came.end, noteWhenSeen(thread), keys(thread, folds, nextNew), () => acts.abort()];
  readingOn(thread);
  tallPictures(thread, acts.signal);
  void more.again().then(goToHash);
  addEventListener("hashchange", goToHash);
  return {
    arrived: came.add,
    end: () => {
      removeEventListener("hashchange", goToHash);
      for (const end of ends) end();
    },
  };
}
