"use client";

import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Action } from "../client/act-form";
import type { Choices } from "../sites/latest-choice";
import type { AsGuest } from "../guests/guest-fields";
import { Button } from "../ui/button";
import { listenForQuotes } from "../writing/listen-for-quotes";
import { newOnce } from "../writing/once";
import { Composer } from "./composer";

type Props = {
  action: Action;
  postKey: string;
  limit: number;
  guest: boolean;
  asGuest: AsGuest;
  latest: Choices | null;
};
type Open = { key: string; name: string; once: string; shown: string; at: HTMLElement; link: HTMLElement };

/** A press on "Reply" opens the form right there; without a script the link leads to a page with the same form. */
export function ReplyInPlace({ action, postKey, limit, guest, asGuest, latest }: Props) {
  const [open, setOpen] = useState<Open | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLElement>('.c-acts > [href$="#reply"]') : null;
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const place = link?.closest("li");
      if (!link || !place || !isPlain) return;
      const key = place.id.replace(/^c-/, "");
      const name = place.querySelector(".c-head bdi")?.textContent ?? "this comment";
      event.preventDefault();
      setOpen((before) => {
        if (before?.key === key) return before;
        before?.at.remove();
        const at = document.createElement("div");
        at.className = "c-reply mt-3";
        link.parentElement?.after(at);
        return { key, name, once: newOnce(), shown: String(Date.now()), at, link };
      });
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  useEffect(() => listenForQuotes(), []);

  if (!open) return null;
  const close = () => {
    setOpen(null);
    open.at.remove();
    open.link.focus();
  };
  return createPortal(
    <Composer
      key={open.key}
      action={action}
      door="comment"
      fields={{ postKey, parentKey: open.key, once: open.once, shown: open.shown }}
      place={`${postKey}/${open.key}`}
      id={`reply-${open.key}`}
      label={`Your reply to ${open.name}`}
      name={`Reply to ${open.name}`}
      send="Reply"
      limit={limit}
      guest={guest}
      asGuest={asGuest}
      latest={latest}
      autoFocus
    >
      <Button onClick={close}>Cancel</Button>
    </Composer>,
    open.at,
  );
}
