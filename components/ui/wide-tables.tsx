"use client";

import { useEffect } from "react";

const tables = ".prose table";

/**
 * A table wider than the words scrolls by itself; this lets the keyboard reach it, only while it does. A size is told
 * by the browser when it is laid out, so comments that are not on the screen are not laid out for it.
 */
export function WideTables() {
  useEffect(() => {
    const sizes = new ResizeObserver((changes) => {
      for (const { target } of changes) {
        if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
        else target.removeAttribute("tabindex");
      }
    });
    const watch = (root: ParentNode) => {
      for (const table of root.querySelectorAll(tables)) sizes.observe(table);
    };
    const arrivals = new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => Array.from(change.addedNodes))) {
        if (node instanceof Element) watch(node);
      }
    });
    watch(document);
    arrivals.observe(document.body, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      arrivals.disconnect();
    };
  }, []);
  return null;
}
