import type { Written } from "../types";

export const year: Written = {
  slug: "the-year-i-nearly-closed",
  by: "Åsa Norrbäck",
  title: "The year I nearly closed",
  days: 9,
  audience: "connections",
  comments: "connections",
  tags: ["small-business", "craft"],
  body: `I write this only for those of you I know, and I will not write it twice.

Last year I sold 212 bowls. I need to sell about 340. In October the kiln's elements went, and the repair cost as much as the kiln had cost my teacher. I had the letter to the landlord written. It lay on the shelf under the small grey bowl for six weeks, because I did not want to go to the post office in the rain, and then because it had stopped raining.

I want to say what happened, because from outside it looks like nothing.

*Candy* looked at my books for an evening and found that I had been paying for a stall at a market that no longer exists. *Jürgen* came with his van to repair shelves that were not broken, and stayed until I had told him. *Priya* took forty pictures and wrote "pay me in soup". *Tomás* bought my broken pots. Nobody buys broken pots. I know what he did.

None of it was enough, and all of it together was enough by eleven hundred kronor.

I am not closing. The letter is in the kiln.`,
  thread: [
    {
      by: "Tomás Ibarrola",
      after: 55,
      says: "I needed drainage.",
      replies: [{ by: "Åsa Norrbäck", after: 130, says: "You paid for *delivery*, Tomás. To Bilbao." }],
    },
    {
      by: "Candy",
      after: 90,
      says: "Eleven hundred kronor is about a hundred euros. I've seen companies with a view of the sea come through on less. Next year we plan for two hundred and you don't carry it alone for six weeks first. That's an order from your Accountant-in-Chief.",
    },
    {
      by: "Jürgen Ohlendieck",
      after: 720,
      says: "Die Regale *waren* schief. Zwei Millimeter.",
    },
  ],
};
