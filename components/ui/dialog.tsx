"use client";

import type { MouseEvent, ReactNode } from "react";
import { useRef } from "react";
import { Button } from "./button";

/** A question in front of the page, in the browser's own modal dialog. Open it with a `DialogOpener`. */
export function Dialog({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <dialog className="dialog" id={id} ref={dialog} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="dialog-body">
        {children}
        <Button small className="justify-self-start" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
    </dialog>
  );
}

type OpenerProps = {
  dialog: string;
  /** The page that asks the same question, for when there is no script. */
  href: string;
  className?: string | undefined;
  children: ReactNode;
};

/** A link to a page that asks; with a script the dialog of that id asks here instead. */
export function DialogOpener({ dialog, href, className = "link", children }: OpenerProps) {
  const open = (event: MouseEvent) => {
    const found = document.getElementById(dialog);
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(found instanceof HTMLDialogElement)) return;
    event.preventDefault();
    found.showModal();
  };
  return (
    <a className={className} href={href} onClick={open}>
      {children}
    </a>
  );
}
