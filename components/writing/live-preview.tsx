"use client";

import { useEffect, useRef, useState } from "react";
import { Notice } from "../ui/notice";
import { Prose } from "../ui/prose";
import { type Preview, previewOf } from "./preview";

export type LivePreviewProps = { area: HTMLTextAreaElement; room: "comment" | "post" };

/** Milliseconds without a key until the words are shown anew. */
const pause = 500;

/** How the words will look, by the same renderer as the page, a moment after each change. */
export function LivePreview({ area, room }: LivePreviewProps) {
  const [shown, setShown] = useState<Preview | null>(null);
  const place = useRef<HTMLElement>(null);
  const isAsked = shown !== null;

  useEffect(() => follow(area, room, setShown), [area, room]);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: "nearest" });
  }, [isAsked]);

  return (
    <section className="preview" aria-label="Preview" ref={place} aria-busy={!isAsked}>
      <p className="field-hint">This is how it will look:</p>
      {shown && "html" in shown && <Prose html={shown.html} />}
      {shown && "problem" in shown && <Notice tone="problem">{shown.problem}</Notice>}
    </section>
  );
}

/** Asks again when the words have changed and the last answer is there; whoever asks too often is answered later. */
function follow(area: HTMLTextAreaElement, room: LivePreviewProps["room"], show: (preview: Preview) => void) {
  let timer = 0;
  let asked: string | null = null;
  let isWaiting = false;
  let stopped = false;
  const ask = async () => {
    if (isWaiting || stopped || area.value === asked) return;
    const words = area.value;
    isWaiting = true;
    const preview: Preview = words.trim() === "" ? { html: "" } : await previewOf(words, room);
    isWaiting = false;
    if (stopped) return;
    const wait = "wait" in preview ? (preview.wait ?? 0) : 0;
    if (!wait) show(preview);
    if (!wait) asked = words;
    later(wait * 1000 || pause);
  };
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), milliseconds);
  };
  const onInput = () => later(pause);
  area.addEventListener("input", onInput);
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
    area.removeEventListener("input", onInput);
  };
}
