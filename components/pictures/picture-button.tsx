"use client";

import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { ToolButton } from "../writing/toolbar";
import { Sign } from "../writing/tools";
import { accepted } from "./accepted";
import type { Chosen, UploadsProps } from "./uploads";

type Here = { Uploads: ComponentType<UploadsProps>; place: HTMLElement };

/** Pictures for the words: chosen by the button, dropped on them or pasted. What sends them is loaded with the first. */
export function PictureButton({ area }: { area: HTMLTextAreaElement }) {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const [here, setHere] = useState<Here | null>(null);

  const take = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return;
      setChosen((before) => [
        ...before,
        ...files.map((file) => ({ file, id: crypto.getRandomValues(new Uint32Array(2)).join() })),
      ]);
      const { Uploads } = await import("./uploads");
      setHere((before) => before ?? { Uploads, place: placeBelow(area) });
    },
    [area],
  );
  useEffect(() => listen(area, take), [area, take]);

  const done = useCallback((id: string) => setChosen((before) => before.filter((one) => one.id !== id)), []);
  return (
    <>
      <ToolButton label="Picture" onClick={() => input.current?.click()}>
        <Sign d="M3.5 4.5h13v11h-13zM3.5 13.5l4-4 3 3 2-2 4 3.5M12.5 7.5h.01" />
      </ToolButton>
      <input
        ref={input}
        type="file"
        accept={accepted}
        multiple
        hidden
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      {here && createPortal(<here.Uploads area={area} chosen={chosen} done={done} />, here.place)}
    </>
  );
}

/** Below the words, so that what happens there moves none of them. */
function placeBelow(area: HTMLTextAreaElement): HTMLElement {
  const place = document.createElement("div");
  area.closest(".writing")?.append(place);
  return place;
}

const picturesOf = (data: DataTransfer | null): File[] =>
  Array.from(data?.files ?? []).filter(({ type }) => type.startsWith("image/"));

/** Takes pictures that are dropped or pasted. Text that comes with its own picture, as from a table, stays text. */
function listen(area: HTMLTextAreaElement, take: (files: readonly File[]) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
  area.addEventListener(
    "dragover",
    (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      area.dataset.dropping = "";
    },
    { signal },
  );
  area.addEventListener("dragleave", () => delete area.dataset.dropping, { signal });
  area.addEventListener(
    "drop",
    (event) => {
      delete area.dataset.dropping;
      if (!carriesFiles(event)) return;
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );
  area.addEventListener(
    "paste",
    (event) => {
      const pictures = picturesOf(event.clipboardData);
      if (pictures.length === 0 || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      take(pictures);
    },
    { signal, capture: true },
  );
  return () => stop.abort();
}
