import { expect, type Person, test } from "../people";

type Stop = { name: string; seen: boolean; marked: boolean };

/** Where the keyboard is, and whether one can see that. */
const stopOf = (person: Person): Promise<Stop | null> =>
  person.page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const { top, bottom, width, height } = at.getBoundingClientRect();
    const around = getComputedStyle(at);
    return {
      name: `${at.tagName} ${at.getAttribute("name") ?? ""} ${at.textContent?.trim().slice(0, 40)}`,
      seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      marked: (around.outlineStyle !== "none" && around.outlineWidth !== "0px") || around.boxShadow !== "none",
    };
  });

/** Walks through a page by Tab alone, until the walk leaves the document. */
async function walks(person: Person): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 400) {
    await person.page.keyboard.press("Tab");
    const stop = await stopOf(person);
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}

/** What one can press or fill and that is shown; of radio buttons a group is one stop. */
const reachable = (person: Person): Promise<number> =>
  person.page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), textarea, select, summary",
    );
    const shown = [...all].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
    const groups = new Set<string>();
    return shown.filter((one) => {
      if (!(one instanceof HTMLInputElement) || one.type !== "radio") return true;
      const isFirst = !groups.has(one.name);
      groups.add(one.name);
      return isFirst;
    }).length;
  });

test("Candy reaches everything by the keyboard alone, and sees where she is", async ({ as }) => {
  const candy = await as("Candy");
  for (const page of ["/", "/requests", "/write", "/queue", "/settings"]) {
    await candy.opens(page);
    await candy.page.keyboard.press("Tab");
    const skip = candy.page.getByRole("link", { name: "Skip to the words" });
    await expect(skip, page).toBeFocused();
    await expect(skip, page).toBeInViewport();
    // The tools of a field of words come when it is entered, before it: a way back leads to them.
    const there = await reachable(candy);
    const stops = [await stopOf(candy), ...(await walks(candy))];
    expect(
      stops.filter((stop) => !stop?.seen).map((stop) => stop?.name),
      `not in sight on ${page}`,
    ).toEqual([]);
    expect(
      stops.filter((stop) => !stop?.marked).map((stop) => stop?.name),
      `unmarked on ${page}`,
    ).toEqual([]);
    expect(stops.length, page).toBeGreaterThanOrEqual(there);
  }
  await candy.findsNothingInTheWay();
});

/** Presses Tab until a way past something is in sight and has the focus; they are the first stops of a page. */
async function tabsTo(person: Person, name: string): Promise<void> {
  const skip = person.page.getByRole("link", { name });
  for (let nth = 0; nth < 3; nth++) {
    await person.page.keyboard.press("Tab");
    if (await skip.evaluate((link) => link === document.activeElement)) break;
  }
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
}

test("skip links lead past the header and past a post, and the menu opens and closes without a mouse", async ({
  as,
}) => {
  const candy = await as("Candy", { width: 390 });
  await candy.opens("/");
  await candy.page.keyboard.press("Tab");
  await candy.page.keyboard.press("Enter");
  await expect(candy.page.getByRole("main")).toBeFocused();
  const post = await candy.reads("Choose tools you can leave", "Ondřej Vaclík");
  for (const [skip, to] of [
    ["Skip to the comments", candy.page.getByRole("heading", { name: /comments by/ })],
    ["Skip to the comment form", candy.page.getByLabel("Your comment")],
  ] as const) {
    await candy.opens(post);
    await tabsTo(candy, skip);
    await candy.page.keyboard.press("Enter");
    await expect(to).toBeFocused();
    await expect(to).toBeInViewport();
  }
  const answer = await candy.page
    .getByRole("link", { name: /^Reply/ })
    .first()
    .getAttribute("href");
  await candy.opens(`${post}${answer?.replace(/#.*/, "")}`);
  await tabsTo(candy, "Skip to your reply");
  await candy.findsNothingInTheWay();
  await candy.page.keyboard.press("Enter");
  await candy.page.keyboard.press("Tab");
  await expect(candy.page.locator("#reply :focus")).toHaveCount(1);
  await candy.opens("/");
  const menu = candy.page.getByRole("banner").locator("summary");
  await menu.focus();
  await candy.page.keyboard.press("Enter");
  await expect(candy.page.getByRole("link", { name: "Your page" })).toBeVisible();
  await candy.findsNothingInTheWay({ except: "main" });
  await candy.page.keyboard.press("Escape");
  await expect(candy.page.getByRole("link", { name: "Your page" })).toBeHidden();
  await expect(menu).toBeFocused();
  await candy.findsNothingInTheWay();
});
