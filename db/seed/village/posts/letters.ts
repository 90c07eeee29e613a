import type { Written } from "../types";

export const letters: Written = {
  slug: "words-that-have-weight",
  by: "ゆかり",
  title: "Words that have weight",
  days: 27,
  comments: "open",
  tags: ["writing", "craft"],
  body: `In my shop every letter weighs something. A small *a* is about one gram. A page of a book is three kilos, and I carry it with two hands from the table to the press.

So when somebody sends me a text to print, I can tell them what it weighs. They laugh. Then they ask: can it be lighter?

I have done this work for nineteen years, since the old tofu maker gave up and I could rent his rooms. I want to write down what it taught me about words, because I think it is true also for people who have never touched lead.

**The empty space is also metal.** When you type, the space is nothing. In my work it is a piece of lead which is lower than the others. You pick it up, you put it in. If there is a lot of air on the page, then I have placed all this air by hand.

**You read everything backwards.** The type is a mirror, so I cannot slide over the words I know. I have to look at each one. In this way I found a mistake in a poem that had been printed eleven times.

**You cannot have more than there is.** I own sixty-four of the character 愛 (love). Once, a couple wanted a wedding book, and they had used it sixty-nine times. They came on a Sunday, and we sat on the floor together and looked for five places where it was not needed.

They found nine.

---

In Japanese there are thousands of pieces, and they stand in cases along the wall. The ones used most are near the hand. After nineteen years I can see on the floor where I have walked: much in front of *person*, *to say*, *day*. Very little in front of *victory*. The floor knows what people print.`,
  thread: [
    {
      by: "Marguerite",
      after: 80,
      says: '"They found nine." I put my manuscript on the kitchen scales. Then I took out a chapter, and it was *better*, and I have been walking around the house since, picking things up and putting them down.',
      replies: [
        {
          by: "ゆかり",
          after: 620,
          says: "How many grams?",
          replies: [
            {
              by: "Marguerite",
              after: 410,
              says: "A hundred and four. It was the chapter everybody had been too kind to mention.",
            },
          ],
        },
      ],
    },
    {
      by: "Justin",
      after: 330,
      says: "At one gram per letter, my comments on this site come to about a quarter of a tonne. @hank, what do you charge for collection?",
      replies: [
        { by: "Hank", after: 130, says: "You couldn't afford it." },
        {
          by: "Seun",
          after: 900,
          says: "I've drawn it: Justin's comments arriving on Hank's truck at ゆかり's shop. The truck is tipping. Everyone is running except her; she's already sorting.",
        },
      ],
    },
    {
      by: "Bert",
      after: 1100,
      says: "We had ledgers set by hand until 1971. The compositor was called Mr Amory, and he would ring if a column didn't add up. He wasn't asked to. He said he had to carry it, and he wasn't going to carry it wrong.",
    },
  ],
};
