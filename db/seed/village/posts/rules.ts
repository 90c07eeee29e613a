import type { Written } from "../types";

export const rules: Written = {
  slug: "the-house-rules-on-one-page",
  by: "Candy",
  title: "The house rules, on one page",
  days: 118,
  comments: "closed",
  tags: ["this-place", "moderation"],
  body: `Shawn wanted a page of rules. Dilys wanted them short. Justin sent eleven pages, unasked. This is what was left when I had taken out everything we could also have said to a guest in the kitchen.

1. **Write as though they were in the room.** One day they might be.
2. **Argue with the sentence, not the person.** Quote it, if it helps. \`>\` is your friend.
3. **No selling in other people's conversations.** Tell us what you do, in your own post, as often as you like.
4. **What somebody told you is theirs.** Names, streets, numbers, illnesses: not yours to post.
5. **Long is welcome.** So is short. So is not answering at all.
6. **If it goes wrong, say so and stop.** Everything here can be mended, except what you go on doing.

What we do about it: first a letter, then the comment is hidden, with a name and a reason on it, and only then do we ask somebody to leave. The long version, for those who like it long, is at [example.org/eleven-pages](https://example.org/eleven-pages).

The comments were open for a week and are closed now. If you would like to change a rule, write a post. That's rule 7, really.`,
  thread: [
    {
      by: "Justin",
      after: 70,
      says: "I would like it noted that the eleven pages had an appendix.",
      replies: [
        {
          by: "Dilys Prydderch",
          after: 33,
          says: "It has been catalogued, under *Fiction, unfinished*.",
          deleted: true,
          replies: [{ by: "Justin", after: 75, says: "I saw that before you took it down, and I'm having it framed." }],
        },
      ],
    },
  ],
};
