import { expect, test } from "../people";

/** Plain words of exactly so many characters, with an end to be found again. */
function wordsOf(length: number): string {
  const end = " Here it ends.";
  const sentence = "A plane iron wants to be flat before it wants to be sharp, and so does an argument. ";
  return sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length - end.length) + end;
}

test("Ottilie joins and writes, and is answered at the full length a comment may have", async ({ as, visitor }) => {
  const [ottilie, juergen] = [await visitor({ name: "Ottilie" }), await as("Jürgen Ohlendieck")];
  await ottilie.joins("ottilie", "a bench by the north window");
  const post = await ottilie.writes({
    title: "What a bench is for",
    words: "It is for *standing at*. Who sits down stops listening to the wood.",
  });
  await ottilie.findsNothingInTheWay();

  await juergen.opens(post);
  const field = juergen.page.getByLabel("Your comment");
  await juergen.fills("Your comment", wordsOf(100_001));
  await juergen.sees("1 character too many");
  // The row of tools comes with the first words, above them, and moves the button.
  await expect(juergen.page.getByRole("toolbar")).toBeVisible();
  await juergen.presses(/^Comment$/);
  await juergen.sees("This is 1 over the 100,000 characters there is room for.");
  expect((await field.inputValue()).length).toBe(100_001);
  await juergen.presses("Send it in parts");
  const inParts = juergen.page.locator(`#c-${await juergen.arrivesAtOwnWords()}`);
  await expect(inParts.locator(".c-head")).toContainText("2 parts");
  await expect(inParts.locator(".c-latest")).toContainText("recently wrote");
  await juergen.opens(post);
  const key = await juergen.comments(wordsOf(100_000));
  await expect(juergen.page.locator(`#c-${key} .c-body`)).toContainText("Here it ends.");
  expect((await juergen.page.locator(`#c-${key} .c-body`).innerText()).trim().length).toBe(100_000);
  await juergen.findsNothingInTheWay();
});

test("Susan is answered, finds the reply where it was said, and Bert mends, deletes and brings back his words", async ({
  as,
}) => {
  const [susan, bert, dilys] = [await as("Susan"), await as("Bert"), await as("Dilys Prydderch")];
  const post = await susan.writes({ title: "Chairs, again", words: "Twelve of them, in a circle." });
  await dilys.opens(post);
  await dilys.comments("Twelve is one too many for a circle.");
  await bert.opens(post);
  const key = await bert.replies("Twelve is one too many", "Eleven, then, and one for the coats.");

  await susan.opens("/notifications");
  await expect(susan.page.getByText("Bert commented on your post")).toBeVisible();
  await susan.opens(`/c/${key}`);
  await susan.sees("Twelve is one too many for a circle.");
  await expect(susan.page.locator(`#c-${key}`)).toBeFocused();
  await expect(susan.page.locator(`#c-${key}`)).toHaveClass(/c--here/);
  await expect(susan.page.locator(`#c-${key}`)).toBeInViewport();
  await susan.findsNothingInTheWay();

  await bert.said("one for the coats").getByRole("link", { name: "Edit" }).click();
  await bert.findsNothingInTheWay();
  await bert.fills("Your comment", "Eleven, then, and a hook for the coats.");
  await bert.presses("Save");
  await expect(bert.said("a hook for the coats")).toBeVisible();
  // Nobody has answered or reacted to it yet, and a quarter of an hour has not passed.
  await expect(bert.said("a hook for the coats").getByText("edited")).toHaveCount(0);
  await bert.doesNotSee("one for the coats");

  await bert.said("a hook for the coats").getByRole("link", { name: "Delete" }).click();
  await bert.isAt("Delete this comment?");
  await bert.findsNothingInTheWay();
  await bert.presses("Delete");
  await bert.sees("You deleted this comment.");
  await susan.opens(post);
  await susan.sees("Deleted by its author.");
  await susan.doesNotSee("a hook for the coats");
  await bert.presses("Undo");
  await bert.presses("Bring it back");
  await bert.sees("a hook for the coats");
  await susan.opens(post);
  await susan.sees("a hook for the coats");
  await bert.findsNothingInTheWay();
});
