import type { Browser, Page } from "@playwright/test";
import { type RunningProvider, startProvider } from "#/server/testing/oidc";
import { type RunningSmtp, startSmtp } from "#/server/testing/smtp";
import { expect, Person, test } from "../people";
import { freePort, type Kith, startKith } from "../site/kith";

const people = {
  grace: { name: "Grace Hopper", email: "grace@navy.example", email_verified: true },
  ada: { name: "Ada Lovelace", email: "ada@engine.example", email_verified: true },
  pretender: { name: "Pretender", email: "ada@engine.example", email_verified: false },
};
const password = "notes upon the memoir";

let home: string;
let kith: Kith;
let smtp: RunningSmtp;
let provider: RunningProvider;

/** A site of its own, empty, with a mail server and a provider. */
test.beforeAll(async () => {
  const port = await freePort();
  home = `http://localhost:${port}`;
  smtp = await startSmtp();
  provider = await startProvider({ site: home, people });
  kith = await startKith({
    env: {
      PORT: String(port),
      SMTP_URL: smtp.url,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: "the Navy",
    },
  });
});

test.afterAll(async () => {
  await kith?.stop();
  await smtp?.close();
  await provider?.close();
});

/** A browser nobody has used. */
async function somebody(browser: Browser, name: string, { scripted = true } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: scripted });
  const person = new Person(name, await context.newPage());
  return { person, page: person.page, opens: (path: string) => person.page.goto(new URL(path, home).href) };
}

const linkIn = (text: string): string => /http:\/\/\S+/.exec(text)?.[0] ?? "";
const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test.describe
  .serial("at the door", () => {
    test("the first visitor becomes the owner by the link that was printed, once", async ({ browser }) => {
      const { person, page, opens } = await somebody(browser, "Ada");
      const first = linkIn(/http:\S+\/first\/\S+/.exec(kith.said())?.[0] ?? "");
      await opens(first);
      await person.findsNothingInTheWay();
      await person.fills("Name of the site", "The Margins");
      await person.fills("Name", "Ada");
      await page.locator("#title").fill("The Margins");
      await page.locator("#name").fill("Ada");
      await person.fills("Handle", "ada");
      await person.fills("Mail address", "ada@engine.example");
      await person.fills("Password", "too short");
      await person.presses("Open the site");
      await person.sees("A password has at least 10 characters");
      await expect(page.locator("#title")).toHaveValue("The Margins");
      await person.fills("Password", password);
      await person.presses("Open the site");
      await expect(page).toHaveURL(`${home}/`);
      await expect(page.getByRole("link", { name: "The Margins" })).toBeVisible();

      await person.sees("Welcome, Ada.");
      await person.sees("A letter is on its way to you: open its link to prove your address.");

      const letter = await smtp.letterTo("ada@engine.example");
      await opens(linkIn(letter.text));
      await person.presses("Yes, it is mine");
      await person.sees("This address is yours.");
      await person.findsNothingInTheWay();
      await opens(first);
      await heading(page, "This site has an owner");
    });

    for (const scripted of [true, false]) {
      const handle = scripted ? "mary" : "mary-plain";
      test(`somebody joins, leaves and comes back ${scripted ? "with" : "without"} scripts`, async ({ browser }) => {
        const { person, page, opens } = await somebody(browser, "Mary", { scripted });
        await opens("/settings");
        await heading(page, "Sign in");
        await page.getByRole("main").getByRole("link", { name: "Join" }).click();
        await page.locator("#name").fill("Mary");
        await page.locator("#handle").fill("ada");
        await page.locator("#mail").fill(`${handle}@geometry.example`);
        await page.locator("#password").fill(password);
        await page.getByRole("main").getByRole("button", { name: "Join" }).click();
        await person.sees("Somebody here has this handle already");
        await expect(page.locator("#mail")).toHaveValue(`${handle}@geometry.example`);
        await page.locator("#handle").fill(handle);
        await page.locator("#password").fill(password);
        await page.getByRole("main").getByRole("button", { name: "Join" }).click();
        await heading(page, "Settings");
        await expect(page).toHaveURL(`${home}/settings`);

        await page.context().clearCookies();
        await opens("/enter?to=https://evil.example/");
        await page.locator("#who").fill(handle);
        await page.locator("#password").fill("not this one");
        await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
        await person.sees("do not belong together");
        await expect(page.locator("#who")).toHaveValue(handle);
        await page.locator("#password").fill(password);
        await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
        await expect(page).toHaveURL(`${home}/`);
      });

      test(`somebody comes in by a mailed link ${scripted ? "with" : "without"} scripts`, async ({ browser }) => {
        const { person, page, opens } = await somebody(browser, "Emmy", { scripted });
        const mail = scripted ? "emmy@ring.example" : "emmy-plain@ring.example";
        await opens("/enter/link?to=/settings");
        await page.locator("#mail").fill(mail);
        await person.presses("Mail me a link");
        await heading(page, "Look into your mail");
        const link = linkIn((await smtp.letterTo(mail)).text);
        const looking = await page.request.get(link);
        expect(looking.status()).toBe(200);
        await page.goto(link);
        await person.presses("Come in");
        await heading(page, "Welcome");
        await page.locator("#name").fill("Emmy");
        await person.presses("That is me");
        await expect(page).toHaveURL(`${home}/settings`);
        await page.goto(link);
        await heading(page, "This link does not work any more");
      });
    }

    test("the provider makes a member of somebody new, and ties an account where both have proven the address", async ({
      browser,
    }) => {
      const byProvider = async (name: string) => {
        const { person, page, opens } = await somebody(browser, name);
        await opens("/enter?to=/settings");
        await person.presses("Sign in by the Navy");
        await page.getByRole("button", { name }).click();
        return { person, page, opens };
      };
      const grace = await byProvider("Grace Hopper");
      await heading(grace.page, "Welcome");
      await expect(grace.page.locator("#handle")).toHaveValue("grace-hopper");
      await grace.person.findsNothingInTheWay();
      const again = await byProvider("Grace Hopper");
      await expect(again.page).toHaveURL(`${home}/settings`);

      const ada = await byProvider("Ada Lovelace");
      await expect(ada.page).toHaveURL(`${home}/settings`);
      await expect(ada.page.locator("#new-handle")).toHaveValue("ada");

      const pretender = await byProvider("Pretender");
      await heading(pretender.page, "Welcome");
      await expect(pretender.page.locator("#handle")).toHaveValue("pretender");
    });

    test("another site cannot send anybody to the provider", async ({ browser }) => {
      const { page } = await somebody(browser, "Anybody");
      const answer = await page.request.get(`${home}/enter/oidc`, {
        headers: { "sec-fetch-site": "cross-site" },
        maxRedirects: 0,
      });
      expect(answer.headers().location).toMatch(/\/enter$/);
    });

    test("a new password shuts the other browser out, and one can end a session by hand", async ({ browser }) => {
      const enter = async () => {
        const there = await somebody(browser, "Mary");
        await there.opens("/enter?to=/settings");
        await there.page.locator("#who").fill("mary");
        await there.page.locator("#password").fill(password);
        await there.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
        await heading(there.page, "Settings");
        return there;
      };
      const [here, there] = [await enter(), await enter()];
      await here.page.locator("#old-password").fill(password);
      await here.page.locator("#new-password").fill("another kettle of fish");
      await here.person.presses("Change the password");
      await here.person.sees("Your password is another one now.");
      await there.opens("/settings");
      await heading(there.page, "Sign in");
    });
  });
