import type { Said } from "../../types";

/** Susan explains the chairs, and is answered by people who are not sitting on them. */
export const susan: Said = {
  id: "susan-on-chairs",
  by: "Susan",
  after: 88,
  says: `Since I have been announced: **the rule about chairs.** I make everyone who takes my course do three things, and none of them involves a button.

1. *Sit down.* Nobody has ever told me anything useful while standing with a glass in one hand. Find two chairs, and point at one.
2. *Ask something you cannot look up.* Not "what do you do" but "what was hard this week".
3. *Owe them something small.* An address, a recipe, the name of the plumber. Debts are what networks are made of. A thing you owe is a reason to come back.

Count the connections however you like. I count the debts. I owe about forty people something at the moment and it is the most secure I have felt in my life.`,
  replies: [
    {
      by: "ゆかり",
      after: 171,
      says: `In my language there is a word for this, 縁 (*en*). It is the tie between people, but nobody makes it. It is there, and you take care of it or you do not. So the third rule sounds natural to me, and the word "networking" sounds like somebody tying ropes in the forest, where there are already roots.

I am sorry for my English. I wrote this four times.`,
      replies: [
        {
          by: "Susan",
          after: 44,
          says: "Please never apologise for a comment like that. I am going to begin every course with it, with your name, if I may.",
          replies: [{ by: "ゆかり", after: 380, says: "You may. Now you owe me something small. 😊" }],
        },
        {
          by: "Åsa Norrbäck",
          after: 96,
          says: "Four times is two fewer than I fire a glaze.",
        },
      ],
    },
    {
      by: "Fiadh",
      after: 143,
      says: `I'd love a chair. I have three children under nine, a mother-in-law with a hip, and I teach from two until seven, which is when every networking evening that was ever held is held.

I don't say this to complain (I do a bit). But I have been "bad at networking" for ten years in the eyes of people who have somebody else to put their kids to bed. What I have is this page and twenty minutes at ten at night. So I owe my debts here.`,
      replies: [
        {
          by: "Susan",
          after: 25,
          says: "That goes straight in, and I mean into the timetable: I have never once held it in the morning. I could. I *could* hold it in the morning. Good grief.",
          replies: [
            { by: "Kofi", after: 52, says: "With a corner for the kids. I'll bring the mild sauce." },
            {
              by: "Fiadh",
              after: 81,
              says: "If there is a morning with a corner and a mild sauce then I will drive two hours to sit on your chair, Susan.",
            },
          ],
        },
        {
          by: "Priya",
          after: 64,
          says: "Ten at night club. There are so many of us that you could call it a network, if anyone were awake to.",
        },
      ],
    },
    {
      by: "Ondřej Vaclík",
      after: 305,
      says: `The third rule is a protocol. I mean it as praise:

\`\`\`
A -> B   something small
B -> A   thank you, I owe you
         (connection stays open)
A -> B   never mind
         (connection closed)
\`\`\`

I used to say "never mind, it's nothing" whenever I had helped somebody. I thought it was polite. I was closing the socket.`,
      replies: [
        {
          by: "Shawn",
          after: 30,
          says: 'I have said "no worries" at the end of every ticket for fifteen years. Fifteen years of `RST`.',
        },
        {
          by: "Dilys Prydderch",
          after: 49,
          says: "Understood without understanding a line of it. Libraries work the same way. If nobody owed us a book, nobody would come in.",
        },
      ],
    },
    {
      by: "Bert",
      after: 520,
      says: "Forty debts and *secure*? I taught you nothing.",
      replies: [
        {
          by: "Susan",
          after: 17,
          says: "They are interest-free, Bert. And you are nine of them.",
        },
      ],
    },
  ],
};
