import { violations } from "../axe";
import { expect, type Person, test } from "../people";

const garden = { title: "A garden on eleven euros a month", by: "Tomás Ibarrola" } as const;

const anybodys = [
  "/",
  "/comments",
  "/about",
  "/search",
  "/search?q=network*+-pigeon&tag=work",
  "/answers",
  "/tags",
  "/feeds",
  "/m/justin",
  "/m/marguerite",
  "/nowhere",
  "POST",
  "POST?order=discussed",
  "COMMENT",
];
const members = [
  "/feed",
  "/requests",
  "/requests/sent",
  "/requests/declined",
  "/network",
  "/network/muted",
  "/network/blocked",
  "/notifications",
  "/write",
  "/drafts",
  "/pictures",
  "/settings",
  "/settings/conversations",
  "/settings/site",
  "/door",
  "/m/candy/connect",
];
const moderators = ["/queue", "/queue/held", "/queue/sites", "/log", "/people", "/people/hank", "/m/hank/connect"];

/** Who opens what: everybody what is theirs to open. */
const rounds = [
  {
    who: "a guest",
    pages: [...anybodys, "/guest/sent", "/guest/confirm", "HISTORY", "/enter", "/enter/link", "/join"],
  },
  { who: "Newcomer", pages: [...members, "POST", "/guest/claim", "/m/newcomer"] },
  { who: "Justin", pages: [...members, "POST", "POST?order=unread", "COMMENT&reply=1", "REPORT", "WORDS"] },
  { who: "Shawn", pages: [...moderators, "/", "POST", "HIDE", "PIN"] },
  { who: "Candy", pages: [...moderators, "/feed", "/requests", "/imports", "/dev/mail", "POST"] },
] as const;

/** The addresses of a round, with those that depend on the village filled in. */
async function addresses(person: Person, pages: readonly string[]): Promise<string[]> {
  await person.opens(`/m/tomas`);
  const link = person.page.getByRole("heading", { name: garden.title }).getByRole("link");
  const post = (await link.getAttribute("href")) ?? "";
  await person.opens(post);
  const key = (await person.page.locator("ol.thread > li[data-depth='2']").first().getAttribute("id"))?.slice(2) ?? "";
  const known = {
    POST: post,
    COMMENT: `${post}?c=${key}`,
    REPORT: `/report?comment=${key}`,
    HIDE: `/c/${key}/hide`,
    HISTORY: `/c/${key}/history`,
    PIN: `/c/${key}/pin`,
    WORDS: `${post}/history`,
  };
  return pages.map((page) => page.replace(/^[A-Z]+/, (word) => known[word as keyof typeof known] ?? word));
}

/** Everything that is folded away is opened, but for the menu: it lies over the page. */
const unfold = (person: Person) =>
  person.page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = !details.closest("header");
  });

for (const { who, pages } of rounds) {
  test(`nothing is in the way of ${who} on any page, on a phone or a wide screen, in light or dark`, async ({
    as,
    visitor,
  }) => {
    test.setTimeout(240_000);
    const person = who === "a guest" ? await visitor() : await as(who);
    for (const page of await addresses(person, pages)) {
      if (page === "/nowhere") await person.findsNothingAt(page);
      else await person.opens(page);
      await expect.soft(person.page.getByRole("heading", { level: 1 }), page).toHaveCount(1);
      await unfold(person);
      for (const width of [320, 1280]) {
        await person.page.setViewportSize({ width, height: 900 });
        const wide = await person.page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `${page} at ${width} px`).toBeLessThanOrEqual(width);
        await person.findsNothingInTheWay({ themes: width === 320 ? 1 : 2 });
      }
    }
  });
}

test("what would be in somebody's way is found, in the theme in which it is", async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>A page with mistakes</title><style>
    p { color: #000; background: #fff } @media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }
    button { all: unset; display: inline-block; width: 9px; height: 9px }</style>
    <main><h1>Mistakes</h1><p>Dark words on a dark ground</p><img src="data:,"><button aria-label="a"></button
    ><button aria-label="b"></button></main></html>`);
  expect(await violations(page, ["light", "dark"])).toEqual([
    "light: image-alt: img",
    'light: target-size: button[aria-label="a"], button[aria-label="b"]',
    "dark: color-contrast: p",
  ]);
  expect(await violations(page, ["light"], "img, button")).toEqual([]);
});
