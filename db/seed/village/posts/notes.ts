import type { Written } from "../types";

export const notes: Written = {
  slug: "notes-for-a-talk-i-have-not-agreed-to",
  by: "Justin",
  title: "Notes for a talk I have not agreed to give",
  days: 2,
  audience: "me",
  tags: ["writing"],
  body: `Susan has asked whether I would speak at her morning. *In a room.* I have not said yes. These are notes in case somebody says yes in my name.

- Open with the pigeon? **No.** Close with the pigeon.
- Ten minutes. At my usual rate that is 1,300 words, which is one comment.
- Ask for a chair.
- Things I know for certain:
  1. People remember who answered.
  2. Slow is not the same as shy.
  3. Write down one true thing.
- How does one get there without driving? *Ask Kofi; he passes the turning with the van.* (Ask a favour → owe him something small → she will be unbearable.)

If I go, I want to be able to say I was asked by somebody who could write the back of my card.`,
  thread: [],
};
