import { expect, test } from "../people";

test("two people see each other's comments arrive, and nothing moves until they ask", async ({ as, visitor }) => {
  const susan = await as("Susan");
  const post = await susan.writes({ title: "Who is there right now", words: "Say something, both of you." });
  const [hank, guest] = [await as("Hank"), await visitor()];
  await Promise.all([hank.opens(post), guest.opens(post)]);
  const pill = guest.page.getByRole("button", { name: /new comment/ });
  const listening = guest.page.waitForResponse((answer) => answer.url().includes("/live?"));
  await listening;

  await hank.comments("I am here, and I have a lot to say.");
  await expect(pill).toHaveText("1 new comment");
  await expect(guest.said("I am here")).toHaveCount(0);
  await susan.opens(post);
  await susan.replies("I am here", "So am I, and I answer.");
  await expect(pill).toHaveText("2 new comments");
  await guest.findsNothingInTheWay();
  await pill.click();
  await expect(guest.said("I am here")).toBeFocused();
  await expect(guest.said("So am I")).toHaveAttribute("data-depth", "1");
  await expect(guest.page.getByRole("heading", { name: "2 comments by 2 people" })).toBeVisible();
  await expect(pill).toBeHidden();
  await guest.findsNothingInTheWay({ themes: 1 });

  const recent = guest.page.getByRole("complementary").getByRole("list");
  await expect(recent).toContainText("So am I, and I answer.");
});
