import type { Written } from "../types";

export const commas: Written = {
  slug: "an-apology-to-my-commas",
  by: "Marguerite",
  title: "An apology to my commas",
  tags: ["writing"],
  body: `Dear all of you,

I have been going through the third novel with a pencil and have had to let some of you go. It isn't that you did anything wrong. You stood where I put you. You made people pause, in places, where, I now see, there was nothing, particularly, to look at.

*(Find a better joke. Or fewer.)*

What I want to say is that I was frightened, and a comma is a way of not having finished yet

*(End here? Without the full stop? Ask Mireille. She'll say no. Do it anyway.)*`,
  thread: [],
};
