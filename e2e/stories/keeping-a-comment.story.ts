import { expect, test } from "../people";

/** A post of Susan's, to say something under. */
const words = "How long may a letter be before it is a book? I have sent both.";

test("Justin goes on in a second part, changes it in everybody's sight, takes it all back and brings it back", async ({
  as,
  visitor,
}) => {
  const [justin, hank, guest] = [await as("Justin"), await as("Hank"), await visitor()];
  const post = await justin.writes({ title: "Letters that became books", words });
  const key = await justin.comments("To begin with: the postage.");

  await justin.said("the postage").getByRole("link", { name: "Continue" }).click();
  await justin.isAt("Continue your comment");
  await justin.sees("becomes part 2 of the same comment");
  await justin.findsNothingInTheWay();
  await justin.fills("Part 2", "And to go on: the patience of whoever opens it.");
  await justin.presses(/^Continue$/);
  await justin.page.waitForURL(new RegExp(`#c-${key}$`));
  await expect(justin.said("the postage")).toHaveCount(1);
  await expect(justin.said("the postage")).toContainText("the patience of whoever opens it");
  await expect(justin.said("the postage")).toContainText("2 parts");

  await hank.opens(post);
  await expect(hank.page.getByRole("heading", { level: 2, name: "1 comment by 1 person" })).toBeVisible();
  await hank.replies("the postage", "Both halves are needed.");

  await justin.opens(post);
  await justin.said("Both halves").getByRole("link", { name: "Pin" }).click();
  await justin.isAt("Pin this comment?");
  await justin.presses("Pin it");
  await expect(justin.said("Both halves")).toContainText("pinned");
  await guest.opens(post);
  const pinned = guest.page.getByRole("region", { name: "Pinned" });
  await expect(pinned).toContainText("Hank Both halves are needed. Chosen by Justin.");
  await expect(guest.said("Both halves")).toContainText("pinned");
  await guest.findsNothingInTheWay({ themes: 1 });
  await justin.said("Both halves").getByRole("link", { name: "Unpin" }).click();
  await justin.presses("Take it from the top");
  await expect(justin.said("Both halves")).not.toContainText("pinned");
  await guest.opens(post);
  await guest.sees("Both halves are needed.");
  await expect(pinned).toHaveCount(0);

  await justin.opens(`/c/${key}/edit`);
  await justin.page.getByRole("link", { name: "Part 2" }).click();
  await justin.fills("Part 2", "And to go on: the good humour of whoever opens it.");
  await justin.findsNothingInTheWay();
  await justin.presses(/^Save$/);
  await expect(justin.said("the good humour")).toContainText("edited");
  await guest.opens(post);
  await guest.said("the postage").getByRole("link", { name: "edited" }).click();
  await guest.isAt("What this comment said before");
  await expect(guest.page.locator("del")).toContainText("patience");
  await expect(guest.page.locator("ins")).toContainText("good humour");
  await guest.findsNothingInTheWay();

  await justin.opens(`/c/${key}/delete`);
  await justin.presses(/^Delete/);
  await justin.sees("You deleted this comment.");
  await guest.opens(post);
  await guest.sees("Deleted by its author.");
  await expect(guest.said("Both halves are needed")).toBeVisible();
  await guest.findsNothingAt(`/c/${key}/history`);
  await justin.said("You deleted this comment").getByRole("link", { name: "Undo" }).click();
  await justin.presses("Bring it back");
  await expect(justin.said("the good humour")).toBeVisible();
  await guest.opens(post);
  await expect(guest.said("the good humour")).toContainText("2 parts");
});

test("Hank says thanks, which Justin sees at once and others later; and what he says twice is refused, and kept", async ({
  as,
}) => {
  const [justin, hank, marguerite] = [await as("Justin"), await as("Hank"), await as("Marguerite")];
  const post = await justin.writes({ title: "What a stamp is for", words });
  const key = await justin.comments("It is for licking.");

  await hank.settlesAt(post);
  const licking = hank.said("for licking");
  await licking.getByRole("link", { name: "React" }).click();
  await hank.findsNothingInTheWay();
  await licking.getByRole("button", { name: "I agree" }).click();
  await licking.getByRole("link", { name: "You agree" }).click();
  await expect(licking.getByRole("button", { name: "I agree", pressed: true })).toBeVisible();
  await licking.getByRole("button", { name: "Thanks" }).click();
  await expect(licking.getByRole("link", { name: "You said thanks" })).toBeFocused();
  expect(new URL(hank.page.url()).pathname + new URL(hank.page.url()).hash).toBe(post);
  await justin.opens(post);
  await expect(justin.said("for licking")).toContainText("Thanks 1");
  await marguerite.opens(post);
  await expect(marguerite.said("for licking")).not.toContainText("Thanks 1");
  // A link in somebody's words leads where it says, wherever that is.
  const there = new URL(`/c/${key}/react`, marguerite.page.url());
  await marguerite.comments(`He was [thanked](${there}).`);
  await hank.settlesAt(post);
  await hank.said("He was thanked").getByRole("link", { name: "thanked" }).click();
  await hank.presses("Take it back");
  await hank.page.waitForURL(/#c-\w{10}$/);
  await expect(hank.said("for licking")).not.toContainText("You said thanks");

  await hank.opens(post);
  await hank.comments("Gravel needs no postage.");
  await hank.opens(post);
  await hank.fills("Your comment", "Gravel needs no postage.");
  await hank.presses(/^Comment$/);
  await hank.sees(/You said exactly this .* ago/);
  await expect(hank.page.getByLabel("Your comment")).toHaveValue("Gravel needs no postage.");
  await hank.findsNothingInTheWay();
  await hank.page.getByRole("link", { name: "See it" }).click();
  await hank.page.waitForURL(/#c-\w{10}$/);

  for (let nth = 1; nth <= 15; nth++) {
    await hank.opens(post);
    await hank.fills("Your comment", `Pebble number ${nth}.`);
    await hank.presses(/^Comment$/);
    const refused = hank.page.getByText(/You have said a lot just now. You can go on in \d+ seconds?/);
    await expect(refused.or(hank.said(`Pebble number ${nth}.`))).toBeVisible();
    if (await refused.isVisible()) break;
  }
  await hank.sees(/You can go on in/);
  await expect(hank.page.getByLabel("Your comment")).toHaveValue(/^Pebble number/);
});
