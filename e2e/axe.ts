import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type Axe from "axe-core";
import type { RunOptions } from "axe-core";

declare global {
  interface Window {
    axe?: typeof Axe;
  }
}

const source = readFileSync(join(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

const everything: RunOptions = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
  // Axe leaves the size of targets out by default, although WCAG 2.2 has it.
  rules: { "target-size": { enabled: true } },
};
const colours: RunOptions = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/**
 * Asks axe about the page that is open: everything in light; in dark, what can differ there.
 * Axe is brought to a page once and asked for nothing but what is wrong, which takes a third of the time its own
 * Playwright package takes. No page has a frame in it, so nothing has to be put together.
 * @param except what is left out, by a selector
 * @returns what is in somebody's way: the theme, the rule, and where
 */
export async function violations(page: Page, themes: readonly ("light" | "dark")[], except?: string) {
  const found: string[] = [];
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    const run = await page.evaluate(ask, { options: colorScheme === "light" ? everything : colours, except });
    found.push(...run.map((violation) => `${colorScheme}: ${violation}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** Runs in the browser. */
async function ask({ options, except }: { options: RunOptions; except: string | undefined }): Promise<string[]> {
  const context = except ? { exclude: [except] } : document;
  const quick = { preload: false, resultTypes: ["violations" as const] };
  const results = await window.axe?.run(context, { ...options, ...quick });
  if (!results) throw new Error("axe is not there");
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
