import type { Written } from "../types";

export const moving: Written = {
  slug: "two-suitcases-and-a-cello",
  by: "Mireille Quesnel",
  title: "Two suitcases and a cello that isn't mine",
  days: 23,
  tags: ["moving", "languages", "freelancing"],
  body: `There is a form at the Lisbon town hall on which you must state *why* you have come. There are five boxes: work, study, family, asylum, other. I stood in front of it for so long that the clerk leaned over and said, kindly, "Most people take *other*."

I had worked for fourteen years as a freelance translator in Montréal. I could do it from anywhere: that is what one says. It is true of the *translating*. Nobody had told me about the rest, so here is the list I would have liked to be given.

## What came with me

- The work. All of it, the same week, from a kitchen table with one short leg.
- My sense of being good at something. I had not known that it needed a passport, but it got through.
- A friend's cello, because she had moved somewhere smaller. I don't play.

## What did not

- **Being known at the bakery.** It took fourteen months. I went every day and always ordered the same thing, like someone courting.
- **Small talk.** I have a degree in Portuguese, and could discuss the subjunctive. I could not say "busy today?" to a man with a ladder.
- **Being funny.** That is the one I grieved for. For a year I was a polite, slow, correct person whom I did not know. My jokes arrived like post from another country: intact, and late.

## What helped

1. Choosing *one* café, one market stall and one bench, and going there in all weathers. One cannot belong to a city. One can belong to a bench.
2. Asking people to correct me. They were so happy. It is a gift to be allowed to know something.
3. The cello. You cannot carry a cello up a hill in Lisbon without being spoken to by everybody. They say: *"Where are you playing?"* I tell them that I can't play. Then they want to hear the whole story, and by the end of it we are at the top.

I still don't play. My friend has asked whether I would like her to have it fetched. I said: not yet. I'm still using it.`,
  thread: [
    {
      by: "Fiadh",
      after: 66,
      says: "\"I'm still using it.\" I teach string players and that's the finest use of a cello I've come across, and you may tell your friend that a professional said so.",
      replies: [
        {
          by: "Mireille Quesnel",
          after: 120,
          says: "What would it cost to learn, at 46? In evenings, not in euros.",
          replies: [
            {
              by: "Fiadh",
              after: 41,
              says: "Three hundred evenings to play badly enough to enjoy it. You've carried the thing up a hill for two years; you have already done the hard part.",
            },
          ],
        },
      ],
    },
    {
      by: "ليلى",
      after: 210,
      says: `The jokes. *The jokes.* In Arabic I am the funny one of five sisters. In Dutch I was for two years "a serious person". My neighbour told me that she admired how calm I was. Calm! I was conjugating.

The day it came back I was in a queue at the pharmacy, and I said something about the queue and an old man laughed so much that he lost his place. I went home and rang all four of them.`,
      replies: [
        { by: "Mireille Quesnel", after: 35, says: "What did you say?!" },
        {
          by: "ليلى",
          after: 18,
          says: "It doesn't translate.",
          replies: [
            {
              by: "Mireille Quesnel",
              after: 5,
              says: "Of course it doesn't. 😄 That is how you know that you live there.",
            },
            {
              by: "Justin",
              after: 700,
              says: "I have read this exchange out to three separate people, and one of them was a pigeon.",
            },
          ],
        },
      ],
    },
    {
      by: "Seun",
      after: 480,
      says: `Does anyone here know about the tax side? I'm thinking of six months in Ghent, and everyone I ask either says "it's easy" or turns pale.`,
      replies: [
        {
          by: "Candy",
          after: 90,
          says: `I turn pale for a living, so:

1. **183 days** is what everybody will tell you, and it's only the beginning of the question.
2. Ask where you'd pay *social security*. People forget it, and it is the bigger number. There is a certificate (the A1) for going somewhere for a while; get it *before* you go.
3. Keep a calendar of which nights you slept where. A paper one. You will thank me.

That is general and not advice about you. For that, find somebody in Ghent who turns pale in Flemish.`,
          replies: [
            { by: "Seun", after: 25, says: "I bought a paper calendar. I've drawn a small dog on every night so far." },
            { by: "Bert", after: 210, says: "I have seen worse evidence accepted." },
          ],
        },
      ],
    },
    {
      by: "Kofi",
      after: 1500,
      says: 'My mum ticked *other* in 1979. She still says it when you ask her anything. "Tea or coffee?" "Other."',
      replies: [{ by: "Åsa Norrbäck", after: 400, says: "I want to meet your mother." }],
    },
  ],
};
