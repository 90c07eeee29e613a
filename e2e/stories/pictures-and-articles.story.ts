import { readFileSync } from "node:fs";
import sharp from "sharp";
import { shared } from "#/server/testing/shared";
import { startSite } from "#/server/testing/web";
import { expect, type Person, test } from "../people";

/** A photograph of a field, as a phone would send it: lying on its side, with the place it was taken at. */
const field = (name = "field.jpg") =>
  sharp({ create: { width: 900, height: 1200, channels: 3, background: "#7a8f55" } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
    .then((buffer) => ({ name, mimeType: "image/jpeg", buffer }));

const words = ({ page }: Person) => page.getByLabel("Your words");
const adding = ({ page }: Person) => page.getByRole("list", { name: "Pictures you are adding" });
const choose = async (person: Person, file: { name: string; mimeType: string; buffer: Buffer }) => {
  const chooser = person.page.waitForEvent("filechooser");
  await person.page.getByRole("button", { name: "Picture" }).click();
  await (await chooser).setFiles(file);
};

/** Pastes or drops a file on the words, as a person would. */
const give = (person: Person, how: "paste" | "drop", { name, mimeType, buffer }: Awaited<ReturnType<typeof field>>) =>
  words(person).evaluate(
    (area, { how, name, mimeType, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], name, { type: mimeType }));
      const given = { bubbles: true, cancelable: true };
      if (how === "paste") area.dispatchEvent(new ClipboardEvent("paste", { ...given, clipboardData: data }));
      else area.dispatchEvent(new DragEvent("drop", { ...given, dataTransfer: data }));
    },
    { how, name, mimeType, bytes: [...buffer] },
  );

test("Priya shows a field: chosen, pasted, dropped, described, and seen by those who may", async ({ as, visitor }) => {
  const [priya, guest] = [await as("Priya"), await visitor({ width: 320 })];
  await priya.opens("/write");
  await priya.fills("Title", "What I walked past");
  await words(priya).fill("Before the field.");

  await choose(priya, await field());
  await priya.page.getByLabel("What does it show?").fill("A field [at noon]");
  await priya.page.getByLabel("What does it show?").press("Enter");
  await expect(words(priya)).toBeFocused();
  await expect(words(priya)).toHaveValue(/!\[A field \\\[at noon\\\]\]\(\/pictures\/[0-9a-z]{20}-1200x900\)/);
  await expect(adding(priya)).toHaveCount(0);

  await give(priya, "paste", await field("pasted.png"));
  await expect(words(priya)).toHaveValue(/!\[A picture, not described yet\]\(\/pictures\//);
  await priya.page.setViewportSize({ width: 320, height: 720 });
  await priya.findsNothingInTheWay();
  await priya.page.setViewportSize({ width: 1280, height: 900 });
  await priya.page.getByRole("button", { name: "It only decorates" }).click();
  await expect(words(priya)).toHaveValue(/!\[\]\(\/pictures\//);

  await give(priya, "drop", {
    name: "not.jpg",
    mimeType: "image/jpeg",
    buffer: readFileSync(shared("data/hostile/images/script.svg")),
  });
  await expect(adding(priya).getByRole("alert")).toHaveText(/This is not a picture that can be shown here/);
  await expect(words(priya)).not.toHaveValue(/not\.jpg/);
  await priya.page.getByRole("button", { name: "Leave it out" }).click();

  // What is sent while a picture is still on its way waits for it.
  await priya.page.route("**/api/pictures", async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  await choose(priya, await field("late.jpg"));
  await expect(words(priya)).toHaveValue(/!\[Sending late\.jpg …\]\(\)/);
  await priya.presses(/^Publish$/);
  await expect(priya.page.getByText("It is sent as soon as the pictures are here.")).toBeVisible();
  await priya.isAt("What I walked past");

  await guest.opens(new URL(priya.page.url()).pathname);
  const shown = guest.page.getByRole("article").locator(".prose img");
  await expect(shown).toHaveCount(3);
  for (let nth = 0; nth < 3; nth += 1) await shown.nth(nth).scrollIntoViewIfNeeded();
  const picture = guest.page.getByRole("img", { name: "A field [at noon]" });
  await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
  expect(await picture.evaluate((it: HTMLImageElement) => it.currentSrc)).toContain("?w=");
  expect(await picture.evaluate((it) => it.getBoundingClientRect().width)).toBeLessThanOrEqual(320);
  await guest.findsNothingInTheWay();

  const address = (await picture.getAttribute("src")) ?? "";
  const answer = await guest.page.request.get(new URL(address, guest.home).href);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/webp",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": expect.stringMatching(/^inline; filename="[0-9a-z]{20}-1200\.webp"$/),
  });
  expect((await answer.body()).toString("latin1")).not.toContain("Exif");

  await priya.presses("Edit");
  await priya.chooses("Who can read this", /^Members/);
  await priya.presses(/^Save$/);
  await priya.isAt("What I walked past");
  expect((await guest.page.request.get(new URL(address, guest.home).href)).status()).toBe(404);
  expect((await priya.page.request.get(new URL(address, priya.home).href)).status()).toBe(200);
  await priya.opens("/pictures");
  priya.complaints.splice(0);
  await priya.findsNothingInTheWay();
});

test("without a script Bert adds a picture on a page of its own, and takes its line along", async ({ as }) => {
  const bert = await as("Bert", { scripted: false });
  await bert.opens("/pictures");
  await bert.page.locator("input[type=file]").setInputFiles(await field());
  await bert.presses("Add it");
  await bert.sees("The picture is here.");
  const line = (await bert.page.locator("#added input").inputValue()).replace("What it shows", "A field");
  await bert.page
    .locator("input[type=file]")
    .setInputFiles({ name: "x.png", mimeType: "image/png", buffer: Buffer.from("<p>") });
  await bert.presses("Add it");
  await bert.sees("This is not a picture that can be shown here.");
  await bert.writes({ title: "Also a field", words: line });
  await expect(bert.page.getByRole("img", { name: "A field" })).toBeVisible();
});

/** Somebody's site, which the village may ask although it is this machine. */
async function startElsewhere() {
  const body = `<!doctype html><title>x</title><meta property="og:title" content="Three rules for networking">
    <meta property="og:site_name" content="The Daily Introvert"><meta name="author" content="Susan Cain">
    <meta property="article:published_time" content="2011-05-02"><meta property="og:image" content="/spy.png">
    <meta name="description" content="Leave after one hour, with one new name.">`;
  const answer = { type: "text/html", body };
  return startSite({ "/three-rules": answer, "/three-rules/": answer });
}

test("Kofi answers an article, and finds who else here did", async ({ as, visitor }) => {
  const elsewhere = await startElsewhere();
  try {
    const [kofi, dilys, guest] = [await as("Kofi"), await as("Dilys Prydderch"), await visitor()];
    const article = `http://stories.localhost:${elsewhere.port}/three-rules`;
    const answers = async (person: Person, title: string, address: string, audience: string) => {
      await person.opens("/write");
      await person.fills("Title", title);
      await person.fills("Your words", "One hour is not enough.");
      await person.fills("An article it answers", address);
      await person.chooses("Who can read this", new RegExp(`^${audience}`));
      await person.presses(/^Publish$/);
      await person.isAt(title);
    };
    await answers(kofi, "An hour is not enough", `${article}?utm_source=mail#top`, "Everyone");
    await expect
      .poll(
        async () => (
          await kofi.page.reload(), kofi.page.getByRole("link", { name: "Three rules for networking" }).count()
        ),
      )
      .toBe(1);
    await kofi.sees("The Daily Introvert");
    await kofi.sees("Leave after one hour, with one new name.");
    await kofi.findsNothingInTheWay();
    await answers(dilys, "Two rules would do", `${article}/`, "Members");

    await kofi.presses("Everything here about it");
    await kofi.isAt("Who answered an article");
    for (const title of ["An hour is not enough", "Two rules would do"])
      await expect(kofi.page.getByRole("link", { name: title })).toBeVisible();
    await kofi.findsNothingInTheWay();
    await guest.opens(new URL(kofi.page.url()).pathname + new URL(kofi.page.url()).search);
    await expect(guest.page.getByRole("link", { name: "An hour is not enough" })).toBeVisible();
    await guest.doesNotSee("Two rules would do");
  } finally {
    await elsewhere.close();
  }
});
