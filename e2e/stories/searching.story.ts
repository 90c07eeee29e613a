import { expect, type Person, test } from "../people";

const post = { title: "What the tide brought in", words: "Driftwood, mostly, and one **glockenspiel**." } as const;
const said = "I kept a gl\u00f6ckenspiel in the shed for eleven years, and never once did anybody ask me to play it.";

/** Looks for words from wherever somebody is. */
async function looksFor(person: Person, words: string) {
  await person.opens("/search");
  await person.fills("Words to look for", words);
  await person.page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(person.page.getByLabel("Words to look for")).toHaveValue(words);
}

const findings = (person: Person) => person.page.locator("ol.findings > li");

test("Tom\u00e1s finds the words again, others only as long as they may read them, and no script is needed", async ({
  as,
  visitor,
}) => {
  const kofi = await as("Kofi");
  await kofi.writes(post);
  const tomas = await as("Tom\u00e1s Ibarrola");
  await tomas.opens(new URL(kofi.page.url()).pathname);
  const key = await tomas.comments(said);

  // From the box at the top of any page, at once, in another spelling; the link leads to the word itself.
  await tomas.opens("/");
  const known = await tomas.page.locator('link[rel="search"]').getAttribute("href");
  expect(await tomas.fetches(known ?? "")).toContain(`template="${tomas.home}/search?q={searchTerms}"`);
  await tomas.page.getByRole("searchbox", { name: "Search", exact: true }).fill('glockenspiel "in the shed"');
  await tomas.page.keyboard.press("Enter");
  await expect(findings(tomas)).toHaveCount(1);
  await expect(findings(tomas).locator("mark").first()).toHaveText("gl\u00f6ckenspiel");
  await tomas.findsNothingInTheWay();
  const link = findings(tomas).getByRole("link", { name: post.title });
  expect(await link.getAttribute("href")).toContain(`?c=${key}#c-${key}:~:text=I%20kept%20a-,gl%C3%B6ckenspiel,-in`);
  await link.click();
  await tomas.page.waitForURL(new RegExp(`#c-${key}`));
  await expect(tomas.said("in the shed")).toBeInViewport();
  await tomas.page.keyboard.press("Tab");
  const focused = tomas.page.locator(":focus");
  await expect(tomas.page.locator(`#c-${key}`).filter({ has: focused })).toHaveCount(1);

  // On a phone without a script, narrowed by the form.
  const guest = await visitor({ scripted: false, width: 390 });
  await guest.opens("/");
  await guest.page.getByRole("link", { name: "Search", exact: true }).click();
  await guest.fills("Words to look for", "glockenspiel");
  await guest.page.getByText("Narrow it down").click();
  await guest.fills("Written by", "kofi");
  await guest.page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(findings(guest)).toHaveCount(1);
  await expect(findings(guest)).toContainText("Kofi");
  await looksFor(guest, "glockenspiel");
  await expect(findings(guest)).toHaveCount(2);
  await looksFor(guest, "glockenspiel before:yesterday");
  await guest.sees("A date is a year, a month or a day");
  await looksFor(guest, "glockenspiel -shed -driftwood");
  await guest.sees("Nothing found");
  await looksFor(guest, "glokenspiel");
  // As it was written last, in whichever spelling.
  await guest.page.getByRole("link", { name: /^gl[oö]ckenspiel$/ }).click();
  await expect(findings(guest)).toHaveCount(2);

  // Hidden, it is found by its author and by those who tend the place, and by nobody else.
  const shawn = await as("Shawn");
  await shawn.opens(`/c/${key}/hide`);
  await shawn.page.getByRole("radio").first().check();
  await shawn.page.getByRole("textbox").last().fill("To see who still finds it.");
  await shawn.presses(/^Hide/);
  await shawn.page.waitForURL(/did=hidden/);
  for (const [person, many] of [
    [guest, 1],
    [kofi, 1],
    [tomas, 2],
    [shawn, 2],
  ] as const) {
    await looksFor(person, "glockenspiel");
    await expect(findings(person), person.name).toHaveCount(many);
  }
  await expect(findings(tomas).filter({ hasText: "in the shed" })).toContainText("hidden");
});
