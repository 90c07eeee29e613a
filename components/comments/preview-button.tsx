"use client";

import { type MouseEvent, useState } from "react";
import { useAnswer } from "../client/act-form";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { Preview } from "./preview";
import { Previewed } from "./words-field";

/** Shows how the words will look: at once where a script runs, by a round trip where none does. */
export function usePreview() {
  const { answer } = useAnswer();
  const [asked, setAsked] = useState<Preview | null>(null);
  const [busy, setBusy] = useState(false);

  const ask = async (event: MouseEvent<HTMLButtonElement>) => {
    const source = event.currentTarget.form?.elements.namedItem("source");
    if (!(source instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    setBusy(true);
    const { previewOf } = await import("./preview");
    setAsked(await previewOf(source.value));
    setBusy(false);
  };

  const shown: Preview | null = asked ?? (answer?.preview === undefined ? null : { html: answer.preview });
  return {
    button: (
      <Button type="submit" name="intent" value="preview" busy={busy} onClick={ask}>
        Preview
      </Button>
    ),
    view:
      shown && ("html" in shown ? <Previewed html={shown.html} /> : <Notice tone="problem">{shown.problem}</Notice>),
  };
}
