import type { Thread } from "../../types";

/** What was said at the edges, which is where it is often said best. */
export const margins: Thread = [
  {
    by: "Mireille Quesnel",
    after: 330,
    says: `A translator's footnote. English says *net-work*: the thing you catch with, and the labour. French has *réseau*, which is also a small net. German has *Beziehungen*, which are relations, and which you are said to "let play", like music. Portuguese has *conhecimentos*: acquaintances and knowledge are **the same word**.

I moved to Lisbon for the light, but I think I stayed for that one.`,
    replies: [
      {
        by: "Jürgen Ohlendieck",
        after: 490,
        says: "Und *Vitamin B* nicht vergessen. B wie Beziehungen. Sagt bei uns jeder, der eine Lehrstelle bekommen hat, und jeder, der keine bekommen hat, auch.",
        replies: [
          {
            by: "Mireille Quesnel",
            after: 36,
            says: 'For the others: "vitamin B", B for *Beziehungen*, connections. Said by everyone who got the apprenticeship and by everyone who didn\'t. It is the second half that makes it a good word.',
          },
        ],
      },
    ],
  },
  {
    by: "Shawn",
    after: 365,
    says: `Numbers from the machine room, since someone will ask. On this site there are 22 of us. I counted who has ever *answered* whom, not who clicked what:

| among 22 people | pairs |
| --- | ---: |
| possible | 231 |
| connected | 47 |
| have answered each other at least twice | 88 |
| have answered each other at least ten times | 31 |

So there are more conversations here than connections. Most of you know each other and have simply never pressed the button.`,
    replies: [
      {
        by: "Candy",
        after: 40,
        says: "Then I'm sorry to say it, but somebody should press some buttons.",
        replies: [
          {
            by: "Justin",
            after: 90,
            says: "I looked at your button for a whole cup of tea. It seems a forward thing to do to an Accountant-in-Chief.",
            replies: [
              {
                by: "Candy",
                after: 1040,
                says: "It's a *button*, Justin. It does not bite. I make no promises for the printer.",
              },
            ],
          },
        ],
      },
      {
        by: "Bert",
        after: 600,
        says: "47 and 88 and 31 make 166. Where are the other 65 pairs?",
        replies: [
          {
            by: "Shawn",
            after: 15,
            says: "The rows are inside one another, like bowls. It isn't meant to add up.",
            replies: [{ by: "Bert", after: 4, says: "I feared as much." }],
          },
        ],
      },
    ],
  },
  {
    by: "Åsa Norrbäck",
    after: 700,
    says: "People send me photographs of soup. That is my network. I don't know how else to describe it. It's enough.",
    replies: [
      {
        by: "Dilys Prydderch",
        after: 45,
        says: "This made me get up and eat soup.",
      },
    ],
  },
  {
    by: "Marguerite",
    after: 905,
    says: "I came here to say that novelists do not network, we *lurk*. Then I remembered that both my books were sold by a woman I met in a queue for the toilet at a poetry festival. I withdraw the remark and recommend the queue.",
    deleted: true,
    replies: [
      {
        by: "Renske",
        after: 31,
        says: "Don't you dare withdraw it! The queue is the finest theory of networking on this whole page.",
      },
      {
        by: "Seun",
        after: 74,
        says: "I read it in time. I will carry it with me into every queue.",
      },
    ],
  },
  {
    by: "Dilys Prydderch",
    after: 2900,
    says: `Coming late, having read everything twice, which is my trade. What strikes me is that nobody has said "useful". Candy's aunt wrote *knows roofs*, and then *do not mention the boat*. The second half is of no use to anyone. It is only kind.

I'd look at the backs of the cards. If all that is written there is what they're good for, it's a catalogue. If there is a boat in it somewhere, it's a network.`,
    replies: [
      {
        by: "Candy",
        after: 52,
        says: "I have just been through the box. Out of 212 there are 140 boats. I am going to have to sit down.",
        replies: [
          { by: "Susan", after: 13, says: "Two chairs, Candy. Point at one." },
          {
            by: "Kofi",
            after: 1210,
            says: "Been thinking about this all through the market. I asked everybody at the hatch for their boat. Sold nothing for an hour. Best morning of the year.",
          },
        ],
      },
    ],
  },
];
