import type { Thread } from "../../types";

/** People who stand behind a counter say what they think of networks. */
export const counters: Thread = [
  {
    by: "Kofi",
    after: 131,
    says: `I have a railway arch with a hatch in it. Every Saturday about two hundred people come past that hatch. I know maybe sixty by name, and I know all of them by strength.

When my boiler went, last winter, it was a *medium* who knew a fitter. When my landlord tried it on, it was two *honests* and a solicitor who buys *grandmother*. I never "networked" with any of them. I gave them a spoon to try something and asked what they were cooking.

So: I think it is networking when you would give them a spoon without looking whether they are buying.`,
    replies: [
      {
        by: "Candy",
        after: 15,
        says: "What strength am I?",
        replies: [
          {
            by: "Kofi",
            after: 6,
            says: "You buy *polite* for the office and *grandmother* for yourself. I thought we agreed not to discuss it in public.",
          },
        ],
      },
      {
        by: "Seun",
        after: 340,
        says: "I drew your label before I had ever tasted it, and then I tasted it, and I'd like to redraw the label. There should be more fire and the old lady should be laughing.",
        replies: [
          {
            by: "Kofi",
            after: 55,
            says: "She *was* laughing. She was laughing at whoever came in saying they could take it. Send me a sketch, and this time I'm paying properly.",
          },
        ],
      },
    ],
  },
  {
    by: "Hank",
    after: 160,
    says: "I sell gravel. People need gravel. They ring. That is all.",
    replies: [
      {
        by: "Candy",
        after: 28,
        says: "Hank, you drove forty minutes on a Sunday to look at Tomás's friend's path and charged nothing.",
        replies: [
          {
            by: "Hank",
            after: 190,
            says: "It was a bad path.",
            replies: [
              {
                by: "Tomás Ibarrola",
                after: 22,
                says: "It *was* a bad path. It is a good path now, and three neighbours rang. Nobody tell Hank what that is called.",
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "Priya",
    after: 287,
    says: `Devil's advocate, because I love you all and this is getting cosy. I got my biggest client, the one that pays for the studio, from a **cold message to somebody I had never heard of**, with a big ugly button. We did not share a sandwich. I could not have written the back of her card; I got her name wrong.

Sometimes the shoebox is a way of only ever working with people like ourselves. A stranger with a button is how somebody who does *not* have an aunt gets in.`,
    replies: [
      {
        by: "ليلى",
        after: 77,
        says: "Thank you. When I came to Rotterdam I had no cards, no aunt, no chair and nobody to owe me. I pressed every large button I could find. One hundred and forty of them. Renske was number ninety-one.",
        replies: [
          {
            by: "Renske",
            after: 19,
            says: 'I nearly didn\'t open it. The subject line was "Kitchen?"',
            replies: [
              {
                by: "ليلى",
                after: 11,
                says: 'I had run out of English. I had "kitchen" and I had the question mark.',
              },
            ],
          },
        ],
      },
      {
        by: "Justin",
        after: 160,
        says: "This is the best objection on the page, including mine to myself. The button is a door. I was complaining about people who stand in doorways, and I forgot what a door is *for*.",
      },
    ],
  },
];
