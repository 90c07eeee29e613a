import type { Said } from "../../types";

const theBottom: Said = {
  by: "Susan",
  after: 95,
  says: "That is unfair. I laughed out loud on a bus. People looked. I had to talk to one of them.",
  replies: [
    {
      by: "Justin",
      after: 12,
      says: "And? Could you write the back of her card?",
      replies: [
        {
          by: "Susan",
          after: 31,
          says: "*His.* Drives a piano van. Afraid of swans. Getting off at the hospital because his daughter had a boy this morning.\n\n…Oh, shut up, Justin.",
          replies: [
            {
              by: "Justin",
              after: 8,
              says: "I have not said anything. I would like that minuted: for once, I have not said anything.",
              replies: [
                {
                  by: "Candy",
                  after: 660,
                  says: "Minuted. Fourteen replies down, and the two of you have agreed without either noticing. I am printing this and putting it in the box.",
                  replies: [
                    {
                      by: "Susan",
                      after: 900,
                      says: "On the back, in pencil, please: *knows when he is right. Can be brought to stop.*",
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const theLanding: Said = {
  by: "Justin",
  after: 47,
  says: `I concede the casserole. I concede it completely. Nobody has ever brought me a casserole through a screen, and in that February I would have wept into it.

But may I put something beside it? When I was ill last spring it was Dilys, whom I have never met, who noticed I had not posted for six days and *telephoned the shop in my village*. The woman from the shop came up the hill with soup. So the soup came from a room, and the noticing came from here, and I would not like to have to do without either.`,
  replies: [
    {
      by: "Dilys Prydderch",
      after: 73,
      says: "It was five days. I had a feeling. You never leave an argument about hyphens unattended.",
      replies: [
        {
          by: "Susan",
          after: 52,
          says: "Well, now I have nothing to say, which has happened to me twice.\n\nAll right. I teach people to *go*, because most of the ones I see are hiding. You are talking about people who can't. I have been answering the first lot while you were speaking for the second.",
          replies: [
            {
              by: "Justin",
              after: 18,
              says: "And I have been answering every article I ever disliked, as though you had written them. You did not. I looked. Yours has a paragraph about listening that I should have had framed.",
              replies: [
                {
                  by: "Susan",
                  after: 205,
                  says: "Was it the paragraph *before* or *after* the one in which I say that nobody should ever write more than they would say standing up?",
                  replies: [
                    { by: "Justin", after: 7, says: "I can stand for a very long time.", replies: [theBottom] },
                  ],
                },
              ],
            },
          ],
        },
        {
          by: "Renske",
          after: 118,
          says: "For the record, this is the best thing I have read about moderators: one of them rang a shop.",
        },
      ],
    },
  ],
};

/** Candy and Susan take Justin at his word, reply by reply, fifteen steps down. */
export const downTheStairs: Said = {
  by: "Candy",
  after: 61,
  says: `> It is networking when each of you could write the back of the other's card.

I read this aloud in the office and there was a silence, and then Petra from payroll said "so I'm not networking with my husband". We are using it. It is better than my three.

Only one objection, and it is an accountant's: it does not say *when*. A card goes out of date. My aunt's box has a man in it who "knows roofs", and he has been under one, a small marble one, since 1998.`,
  replies: [
    {
      by: "Susan",
      after: 38,
      says: `That's where I come in with my chair. A card stays true if you *sit down with the person* now and again. Once a year will do. You see how they walk in, you see they have stopped wearing the ring, you see they are pleased. Nobody writes that in a comment.

And when it goes badly for you, it is the people who know where you live that bring a casserole. I have nothing against screens, Justin. I have just never eaten from one.`,
      replies: [theLanding],
    },
    {
      by: "Bert",
      after: 260,
      says: "Depreciation. Write down a fifth of every card each year unless there is a receipt. I did it for four decades with machines and I see no reason to be sentimental about people.",
      replies: [
        {
          by: "Candy",
          after: 20,
          says: "You have rung me every first of the month for eleven years to ask whether I have closed the ledger.",
          replies: [{ by: "Bert", after: 33, says: "That is the receipt." }],
        },
      ],
    },
  ],
};
