"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Upload } from "./upload";

/** A file somebody wants among their words. */
export type Chosen = { id: string; file: File };

export type UploadsProps = {
  area: HTMLTextAreaElement;
  chosen: readonly Chosen[];
  /** This one needs nothing more. */
  done: (id: string) => void;
};

/** How it went with one of them. */
export type End = "coming" | "here" | "lost";

/** Pictures on their way, one after another, each until it is described. The form waits for those that are not here yet. */
export function Uploads({ area, chosen, done }: UploadsProps) {
  const [ends, setEnds] = useState<Readonly<Record<string, End>>>({});
  const settle = useCallback((id: string, end: End) => setEnds((before) => ({ ...before, [id]: end })), []);
  const onWay = chosen.filter(({ id }) => (ends[id] ?? "coming") === "coming");
  const isLost = chosen.some(({ id }) => ends[id] === "lost");
  const held = useHeldForm(area, onWay.length > 0 ? "coming" : isLost ? "lost" : "here");

  if (chosen.length === 0) return null;
  return (
    <>
      <ul className="uploads" aria-label="Pictures you are adding">
        {chosen.map(({ id, file }) => (
          <Upload key={id} id={id} file={file} area={area} isTurn={onWay[0]?.id === id} settle={settle} done={done} />
        ))}
      </ul>
      <p className="field-hint" role="status">
        {held === "held" &&
          "It is sent as soon as the pictures are here. What they show can be said afterwards, between the brackets, with Edit."}
        {held === "stopped" && "It was not sent, because a picture did not arrive."}
      </p>
    </>
  );
}

/** Keeps a form back while pictures are on their way, and sends it then as it was asked to be sent, if all came. */
function useHeldForm(area: HTMLTextAreaElement, end: End): "held" | "stopped" | null {
  const isWaiting = end === "coming";
  const waiting = useRef(isWaiting);
  const asked = useRef<{ by: HTMLElement | null } | null>(null);
  const [held, setHeld] = useState<"held" | "stopped" | null>(null);

  useEffect(() => {
    const { form } = area;
    const hold = (event: SubmitEvent) => {
      const isPreview = event.submitter instanceof HTMLButtonElement && event.submitter.value === "preview";
      if (!waiting.current || isPreview) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      asked.current = { by: event.submitter };
      setHeld("held");
    };
    form?.addEventListener("submit", hold, true);
    return () => form?.removeEventListener("submit", hold, true);
  }, [area]);

  useEffect(() => {
    waiting.current = isWaiting;
    if (isWaiting || !asked.current) return;
    const { by } = asked.current;
    asked.current = null;
    setHeld(end === "lost" ? "stopped" : null);
    if (end === "here") area.form?.requestSubmit(by);
  }, [area, end, isWaiting]);

  return held;
}
