import type { Written } from "../types";

export const garden: Written = {
  slug: "a-garden-on-eleven-euros-a-month",
  by: "Tomás Ibarrola",
  title: "A garden on eleven euros a month",
  days: 1,
  tags: ["gardening", "money"],
  body: `People think a garden is expensive because the first thing they do is go to a garden centre. A garden centre is a shop for people who are impatient, and it charges them for it, correctly.

A client asked me in January what the least is that one can spend. She meant it seriously: a widow, a small pension, a plot of thirty square metres behind the house and a good fork. I said I would find out and do it with her, and that I would write everything down. Here is the year.

| what | euros | note |
| --- | ---: | --- |
| seed (beans, chard, squash, lettuce, marigold) | 23.40 | half of it is left |
| seed potatoes | 0.00 | from the bottom of her cupboard |
| 1 t of path gravel | 38.00 | second-hand, there is such a thing |
| string, 200 m | 6.50 | never buy less |
| two water butts | 30.00 | from a man who was moving |
| roses, cuttings | 0.00 | *asked* over four fences |
| compost | 0.00 | time, see below |
| one good hose fitting | 34.10 | do not save here |
| **in all** | **132.00** | 11.00 a month |

What made it cheap was not thrift. It was three rules:

1. **Buy nothing that will come by itself.** Leaves come. Neighbours come. Moss comes whether you like it or not.
2. **Ask over the fence before you ask the shop.** Nobody ever refused a rose cutting. You will get it with a lecture, and the lecture is worth more.
3. **Pay for the joint.** Everything that leaks, breaks or rusts does so where two things meet. Buy those parts new.

And a fourth, which she made herself in August, sitting on an upturned crate with her shoes off: *do not do the sum until the end.* She says that she has spent more in the garden centre's café.`,
  thread: [
    {
      by: "Bert",
      after: 50,
      says: "I added it up twice, because I do. 132.00 it is. Do you depreciate the fork?",
      replies: [
        {
          by: "Tomás Ibarrola",
          after: 35,
          says: "The fork was her husband's. It appreciates.",
          replies: [{ by: "Bert", after: 95, says: "Quite right. Withdrawn." }],
        },
      ],
    },
    {
      by: "Hank",
      after: 70,
      says: "Second-hand gravel.",
      replies: [
        { by: "Tomás Ibarrola", after: 12, says: "I knew you'd come." },
        {
          by: "Hank",
          after: 240,
          says: "It's all second-hand. It was a mountain.",
          replies: [
            {
              by: "Marguerite",
              after: 40,
              says: "I have two novels and have never once written a line as good as that.",
            },
            {
              by: "Justin",
              after: 66,
              says: "I would have used four hundred words, and there would have been no mountain in them.",
            },
          ],
        },
      ],
    },
    {
      by: "Åsa Norrbäck",
      after: 130,
      says: "I would add a line: *broken pots, 0.00*. I have about a hundred kilos. Anyone who can carry may have them. They have very good glazes, some of them.",
      replies: [
        {
          by: "Jürgen Ohlendieck",
          after: 88,
          says: "Nehme ich. Bringe Lärchenbretter mit, Reste, 28 mm. (Tomás: *Lärche*. Ich sage es nur noch einmal.)",
          edited: 3,
          replies: [
            {
              by: "Tomás Ibarrola",
              after: 61,
              says: "Oak. But for free boards, I'm a reasonable man: larch.",
            },
          ],
        },
      ],
    },
    {
      by: "Candy",
      after: 300,
      says: `I tried to do this and spent **€94 in April alone**, and I can tell you where it went, because I keep receipts:

- €12 on things that were dead by May
- €31 on a tool for a job I did once
- €51 on a thing called a *garden organiser*, which is a box

There is no plant in that list. I have looked.`,
      replies: [
        { by: "Priya", after: 28, says: "But what a photogenic box." },
        {
          by: "Tomás Ibarrola",
          after: 210,
          says: "Bring me the box, the tool and a Saturday, and I'll show you what they are for. The box is a cold frame that hasn't been told yet.",
        },
      ],
    },
    {
      by: "Fiadh",
      after: 820,
      says: "What would you let children do in it? Mine are 4, 6 and 8 and want to dig, and only dig.",
      replies: [
        {
          by: "Tomás Ibarrola",
          after: 44,
          says: `Give them a metre by a metre in which nothing will ever be planted. Tell them it's the most important bed. It's where the *digging* grows.

In the third year they'll ask for a seed. Don't offer it before.`,
        },
      ],
    },
  ],
};
