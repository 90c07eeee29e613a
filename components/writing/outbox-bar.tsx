"use client";

import { useEffect, useState } from "react";
import { Button, ButtonLink } from "../ui/button";
import { changed, type Sent, sendWaiting, sent, sourceOf, takeBack, type Waiting, waiting } from "./outbox";

/** Milliseconds between two attempts, for connections that come back without a word. */
const again = 15_000;

/** What waits to be sent from this device, on every page, until it is sent. */
export function OutboxBar() {
  const [all, setAll] = useState<Waiting[]>(waiting);
  const [gone, setGone] = useState<string | null>(null);
  useEffect(() => {
    const tell = (event: Event) => setGone((event as Sent).detail.go);
    const read = () => setAll(waiting());
    const send = () => void sendWaiting();
    addEventListener(changed, read);
    addEventListener("storage", read);
    addEventListener(sent, tell);
    addEventListener("online", send);
    const timer = setInterval(send, again);
    if (navigator.onLine) send();
    return () => {
      clearInterval(timer);
      removeEventListener(changed, read);
      removeEventListener("storage", read);
      removeEventListener(sent, tell);
      removeEventListener("online", send);
    };
  }, []);

  return (
    <div className="outbox" role="status">
      {gone && (
        <p className="moment">
          <span>What waited on this device was sent.</span>
          <span className="flex flex-wrap gap-2">
            <ButtonLink small href={gone}>
              See it
            </ButtonLink>
            <Button small onClick={() => setGone(null)}>
              Close
            </Button>
          </span>
        </p>
      )}
      {all.map(({ place, page, problem, fields }) => (
        <p key={place} className="moment">
          <span>
            <b>{problem ? "Not sent yet" : "Waiting to be sent"}:</b> “{lineOf(fields)}”{" "}
            {problem ?? "It goes out by itself as soon as there is a connection."}
          </span>
          <span className="flex flex-wrap gap-2">
            {problem && (
              <Button small onClick={() => retry(place, page)}>
                Open it
              </Button>
            )}
            <Button small onClick={() => takeBack(place)}>
              Take it back
            </Button>
          </span>
        </p>
      ))}
    </div>
  );
}

const retry = (place: string, page: string) => {
  takeBack(place);
  location.assign(page);
};

/** The beginning of the words, to know them by. */
const lineOf = (fields: Waiting["fields"]): string => {
  const source = sourceOf({ fields }).replace(/\s+/g, " ").trim();
  return source.length > 60 ? `${source.slice(0, 60)}…` : source;
};
