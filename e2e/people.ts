import { type Browser, type BrowserContext, test as base } from "@playwright/test";
import type { Name } from "#/db/seed/village";
import { handleOf, Person, site } from "./person";

export { expect } from "@playwright/test";
export { handleOf, Person, site, villagePassword } from "./person";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Signing in takes a real form and a real hash: done once for each person of a run. */
const signedIn = new Map<string, State>();

type Opened = {
  scripted?: boolean;
  width?: number;
  /** Another site than the village's. */
  at?: string;
  /** Who a visitor is, or will be. */
  name?: string;
};

type Fixtures = {
  /** Opens a browser for somebody of the village, signed in. */
  as: (name: Name, how?: Opened) => Promise<Person>;
  /** Opens a browser for somebody who only looks, or who is not signed in yet. */
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
      return new Person(how.name ?? "A visitor", await context.newPage(), how.at ?? site());
    });
    for (const context of opened) await context.close();
  },
});

const enter = (browser: Browser, { scripted = true, width = 1280 }: Opened, storageState?: State) =>
  browser.newContext({
    javaScriptEnabled: scripted,
    viewport: { width, height: width < 600 ? 720 : 900 },
    hasTouch: width < 600,
    ...(storageState ? { storageState } : {}),
  });

async function signIn(browser: Browser, name: Name): Promise<State> {
  const context = await browser.newContext();
  await new Person(name, await context.newPage()).signsIn(handleOf(name));
  const state = await context.storageState();
  await context.close();
  return state;
}
