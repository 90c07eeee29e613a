"use client";

import { useEffect, useState } from "react";

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

/** Light, dark, or as the system has it: kept in a cookie, which `public/theme.js` reads before the first paint. */
export function ThemeSwitch() {
  const [chosen, setChosen] = useState<Theme>("system");
  useEffect(() => {
    const now = themes.find(([theme]) => theme === document.documentElement.dataset.theme)?.[0];
    if (!now) return;
    setChosen(now);
    colourTheFrame();
  }, []);
  return (
    <div className="theme js-only" role="group" aria-label="Theme">
      {themes.map(([theme, words]) => (
        <button
          key={theme}
          type="button"
          aria-pressed={theme === chosen}
          onClick={() => {
            choose(theme);
            setChosen(theme);
          }}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
