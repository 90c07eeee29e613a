import type { Written } from "../types";

export const charge: Written = {
  slug: "what-we-really-charge",
  by: "Seun",
  title: "What we really charge (members only, please)",
  days: 19,
  audience: "members",
  comments: "members",
  tags: ["freelancing", "money"],
  body: `I'll go first, because somebody has to, and because for four years I had no idea whether I was cheap or a lunatic.

| what | I ask | I get | hours, honestly |
| --- | ---: | ---: | ---: |
| beer label | 600 | 600 | 9 |
| picture book, 32 pages | 9,000 | 6,500 | 400 |
| small mural | 2,200 | 2,200 | 38 |
| "quick sketch" | 150 | 0 | 5 |

So: a label pays me 67 an hour. A book, which is the thing I tell people I *do*, pays 16.25. And the quick sketch is what I seem to do most.

I'm not asking what to change. I know what to change, I have eyes. I'm asking **what yours looks like**, in numbers, with the embarrassing row left in. We never say these out loud, and I think the only people it helps are the ones who pay us.

Rules: no "it depends". Everybody knows it depends.`,
  thread: [
    {
      by: "Priya",
      after: 55,
      says: `Right. Deep breath.

| what | I ask | I get | hours |
| --- | ---: | ---: | ---: |
| shop, 40 products | 2,400 | 2,400 | 30 |
| portrait | 350 | 350 | 4 |
| "a few for Instagram" | 300 | 180 | 11 |

You and I have the same last row. I believe everybody has. It's a tax on being nice.`,
      replies: [{ by: "Seun", after: 14, says: "I feel better already, and I've earned nothing." }],
    },
    {
      by: "Ondřej Vaclík",
      after: 190,
      says: 'Shop from zero: ask 4,800, get 4,800, 70 hours. Maintenance: 90 a month, 40 minutes. And the row: "can you just look at something" = 0, six hours, every month, *for the same man*, who has a boat.',
      replies: [{ by: "Candy", after: 62, says: "Do not mention the boat." }],
    },
    {
      by: "Bert",
      after: 480,
      says: `Nobody has put in the hours spent *getting* the work, doing the books, and looking out of the window. For a person alone it is four in ten. So take your hourly figure and multiply by six tenths:

1. Seun, label: 40.
2. Seun, book: 9.75.
3. Ondřej, shop: 41.

I was a clerk in 1968 and got more than your book, after inflation. I am not saying this to hurt. I've given your book to both grandchildren.`,
      replies: [
        {
          by: "Seun",
          after: 85,
          says: "9.75 is going on the wall next to the clients running away. Which one did they like?",
          replies: [
            { by: "Bert", after: 240, says: "The heron. We have had to do the voice every night since Easter." },
          ],
        },
      ],
    },
  ],
};
