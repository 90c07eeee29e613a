import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { Name } from "#/db/seed/village";
import { people } from "#/db/seed/village/people";

export { expect } from "@playwright/test";

/** Whatever the site under test is: the village's, unless a story starts its own. */
export const site = () => process.env.KITH_STORY_URL ?? "";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Signing in takes a real form and a real hash: done once for each person of a run. */
const signedIn = new Map<string, State>();

/** A person in a browser of their own. */
export class Person {
  readonly name: string;
  readonly page: Page;

  constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
  }

  /** Opens an address of the site. */
  async opens(path: string): Promise<void> {
    const answer = await this.page.goto(new URL(path, site()).href);
    expect(answer?.status(), `${this.name} opens ${path}`).toBeLessThan(500);
  }

  /** Expects words to be readable on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible();
  }

  async doesNotSee(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words)).toHaveCount(0);
  }

  /** Presses a button or follows a link by its name, and waits for what it leads to. */
  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).or(this.page.getByRole("link", { name })).first().click();
  }

  async fills(label: string | RegExp, words: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(words);
  }

  /** Nothing on this page keeps anybody out: axe at WCAG 2.2 AA and best practice, in light and in dark. */
  async findsNothingInTheWay(): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await this.page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: this.page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
      expect(found, `${this.page.url()} in ${colorScheme}`).toEqual([]);
    }
    await this.page.emulateMedia({ colorScheme: null });
  }
}

type Opened = { scripted?: boolean; width?: number };

type Fixtures = {
  /** Opens a browser for somebody of the village, signed in. */
  as: (name: Name, how?: Opened) => Promise<Person>;
  /** Opens a browser for somebody who only looks. */
  visitor: (how?: Opened) => Promise<Person>;
};

export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (name, how = {}) => {
      const state = signedIn.get(name) ?? (await signIn(browser, name));
      signedIn.set(name, state);
      const context = await enter(browser, how, state);
      opened.push(context);
      return new Person(name, await context.newPage());
    });
    for (const context of opened) await context.close();
  },
  visitor: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (how = {}) => {
      const context = await enter(browser, how);
      opened.push(context);
      return new Person("A visitor", await context.newPage());
    });
    for (const context of opened) await context.close();
  },
});

const enter = (browser: Browser, { scripted = true, width = 1280 }: Opened, storageState?: State) =>
  browser.newContext({
    javaScriptEnabled: scripted,
    viewport: { width, height: width < 600 ? 720 : 900 },
    ...(storageState ? { storageState } : {}),
  });

async function signIn(browser: Browser, name: Name): Promise<State> {
  const handle = people.find((person) => person.name === name)?.handle ?? name;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site()}/enter`);
  await page.getByLabel(/handle or mail/i).fill(handle);
  await page.getByLabel(/^password/i).fill(process.env.KITH_STORY_PASSWORD ?? "");
  await page.getByRole("button", { name: /^sign in$/i }).click();
  await page.waitForURL((url) => url.pathname !== "/enter");
  const state = await context.storageState();
  await context.close();
  return state;
}
