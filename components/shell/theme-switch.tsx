"use client";

import { useSyncExternalStore } from "react";

const themes = [
  ["system", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;
type Theme = (typeof themes)[number][0];

const year = 31_536_000;

/** The browser's own frame takes the colour of the paper that is shown, whatever the system says. */
function colourTheFrame(): void {
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute("content", paper);
}

function choose(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  document.cookie = `kith-theme=${theme}; path=/; samesite=lax; max-age=${theme === "system" ? 0 : year}`;
  colourTheFrame();
}

const chosen = (): Theme => themes.find(([theme]) => theme === document.documentElement.dataset.theme)?.[0] ?? "system";

function whenChosen(tell: () => void): () => void {
  if (chosen() !== "system") colourTheFrame();
  const watch = new MutationObserver(tell);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => watch.disconnect();
}

/** Light, dark, or as the system has it: kept in a cookie, which `public/theme.js` reads before the first paint. */
export function ThemeSwitch() {
  const current = useSyncExternalStore<Theme>(whenChosen, chosen, () => "system");
  return (
    <fieldset className="theme js-only" aria-label="Theme">
      {themes.map(([theme, words]) => (
        <button key={theme} type="button" aria-pressed={theme === current} onClick={() => choose(theme)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
