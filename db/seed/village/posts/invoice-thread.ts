import type { Thread } from "../types";

export const invoiceThread: Thread = [
  {
    by: "Bert",
    after: 35,
    says: "Twenty-nine is not a large number.",
    replies: [
      { by: "Priya", after: 4, says: "I put it in the post to save you the trouble." },
      {
        by: "Bert",
        after: 62,
        says: "However. 27 of 29 is 93 per cent, 41 of 118 is under 35. I have seen men buy factories on less. Good table.",
        replies: [
          {
            by: "Candy",
            after: 18,
            says: 'Priya, frame that. In eleven years I have had one "good table" from him and it was about a table.',
          },
        ],
      },
    ],
  },
  {
    by: "Candy",
    after: 90,
    says: `From the other end of the envelope: I *am* the poor person in accounts payable, for nineteen companies. This is, honestly, how a Thursday goes:

- Invoices with a date go into the pile for that date.
- Invoices without a date go into the pile called **Later**.
- I have never met Later. I believe it is a place, like the seaside.

Nobody is being wicked. The tray has no slot for "whenever convenient".`,
    replies: [
      {
        by: "Fiadh",
        after: 44,
        says: "I have been sending my fiddle invoices to the seaside for nine years.",
      },
      {
        by: "Justin",
        after: 71,
        says: "Does it help if the invoice is funny? I ask for a friend, who has an invoice that is quite funny.",
        replies: [
          {
            by: "Candy",
            after: 12,
            says: "We read your friend's invoice aloud at the Christmas party. Then we put it in Later, because it ran to two pages and the total was in a footnote.",
          },
          {
            by: "Justin",
            after: 29,
            says: "My friend would like it known that the footnote was the *joke*.",
          },
        ],
      },
    ],
  },
  {
    by: "Hank",
    after: 400,
    id: "hank-names-the-client",
    says: `Man owes me for nine tonnes since spring. Date was on it. Rang him four times.

Walter Pennick, 14 Tannery Lane, green gate. If you deliver to him get cash.`,
    replies: [
      {
        by: "Tomás Ibarrola",
        after: 130,
        says: "I understand, Hank. Nine tonnes is a month's diesel. But I wouldn't have put the gate in.",
        replies: [{ by: "Hank", after: 55, says: "It's a green gate." }],
      },
      {
        by: "Kofi",
        after: 310,
        says: "Small claims, Hank. It's a form and a fee and you don't need a lawyer. I did it over forty crates of jars. They paid the day the letter came, and I never had to say their name to anyone.",
      },
    ],
  },
  {
    by: "Mireille Quesnel",
    after: 520,
    says: `In France my invoices must, by law, state the penalty for late payment. So the rudest sentence in the document is the one I did not write, and everybody knows it. I miss it terribly. It was like having a very large dog.

In Portugal I had to buy my own dog:

> After the due date, interest at the statutory rate applies (Directive 2011/7/EU).

I've never once charged it. It only has to lie there.`,
    replies: [
      {
        by: "Priya",
        after: 33,
        says: "I want a dog. Does the dog work on people you like?",
        replies: [
          {
            by: "Mireille Quesnel",
            after: 21,
            says: "The people you like never meet the dog, because they have paid.",
          },
        ],
      },
    ],
  },
  {
    by: "Seun",
    after: 700,
    says: `I have the opposite problem, I think? I ask for half before I start. Everyone told me that clients would run away. Two did. I drew a picture of them running and it's on my wall.

What nobody told me: the ones who *stay* are nicer. They've decided. Before, I used to draw for people who were still deciding while I drew.`,
    replies: [
      {
        by: "Marguerite",
        after: 205,
        says: '"I used to draw for people who were still deciding while I drew" describes every relationship I had in my thirties.',
      },
      {
        by: "Ondřej Vaclík",
        after: 260,
        says: "Half before, a quarter when it's on the test server, a quarter *before* I move the domain. Not out of distrust. It's that after the domain has moved, I become the past.",
      },
    ],
  },
  {
    by: "Dilys Prydderch",
    after: 1500,
    says: 'We used to send overdue notices that said "a gentle reminder". We changed them to "this book is wanted by someone on the 14th". Returns doubled. There wasn\'t always a someone. I have made my peace with that.',
    replies: [
      { by: "Susan", after: 180, says: "There is always a someone, Dilys. Some of them just haven't been born yet." },
    ],
  },
  {
    by: "Åsa Norrbäck",
    after: 5200,
    says: 'I changed mine after reading this, from "no hurry" to a date. The gallery rang to ask whether I was all right. Then they paid.',
    replies: [
      { by: "Priya", after: 1240, says: "*Then they paid.* I'm having it printed on a mug. @yukari, do you do mugs?" },
    ],
  },
];
