"use client";

import { type ComponentType, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useAnswer } from "../client/act-form";
import { Button } from "../ui/button";
import { Prose } from "../ui/prose";
import type { LivePreviewProps } from "./live-preview";

type Live = { Shown: ComponentType<LivePreviewProps>; area: HTMLTextAreaElement };

/**
 * Shows how the words will look: below them and as they are typed where a script runs, above the form and by a round
 * trip where none does.
 * @returns the button, what came back without a script, and what is shown live
 */
export function usePreview(room: "comment" | "post"): { button: ReactNode; view: ReactNode; live: ReactNode } {
  const { answer } = useAnswer();
  const [live, setLive] = useState<Live | null>(null);
  const [busy, setBusy] = useState(false);

  const toggle = async (event: MouseEvent<HTMLButtonElement>) => {
    const area = event.currentTarget.form?.elements.namedItem("source");
    if (!(area instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    if (live) return setLive(null);
    setBusy(true);
    const { LivePreview } = await import("./live-preview").finally(() => setBusy(false));
    setLive({ Shown: LivePreview, area });
  };

  const isAsked = answer?.preview !== undefined;
  return {
    button: (
      <Button
        type="submit"
        name="intent"
        value="preview"
        busy={busy}
        aria-pressed={live ? true : undefined}
        onClick={toggle}
      >
        {live ? "Close the preview" : "Preview"}
      </Button>
    ),
    view: isAsked && !live ? <Previewed html={answer.preview ?? ""} /> : null,
    live: live ? <live.Shown area={live.area} room={room} /> : null,
  };
}

/** How the words look, put before whoever asked. */
function Previewed({ html }: { html: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!html) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "nearest" });
  }, [html]);
  return (
    <section className="preview" aria-label="Preview" tabIndex={-1} ref={place} autoFocus>
      <p className="field-hint">This is how it will look:</p>
      <Prose html={html} />
    </section>
  );
}
