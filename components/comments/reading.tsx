"use client";

import { useEffect } from "react";

/** Wakes what makes reading easier once the page stands and the browser is idle. Nothing of it is needed to read. */
export function Reading() {
  useEffect(() => {
    if (!document.querySelector("[data-thread], [data-recent]")) return;
    let stop: (() => void) | null = null;
    let left = false;
    const wake = async () => {
      const { start } = await import("./reading/start");
      if (!left) stop = start();
    };
    const soon = setTimeout(() => wake().catch(() => undefined), 150);
    return () => {
      left = true;
      clearTimeout(soon);
      stop?.();
    };
  }, []);
  return null;
}
