import type { Written } from "../types";

export const kids: Written = {
  slug: "my-daughter-wants-an-account",
  by: "Fiadh",
  title: "My daughter wants an account",
  days: 6,
  audience: "members",
  tags: ["family", "moderation"],
  body: `She is eight. Everybody in her class has one, where "everybody" is, on inquiry, Aoibhín and a boy called Max who is nearly ten.

I said no, and she asked why, and I said because of strangers. And she looked at the screen, at *this* screen, where I had been laughing at something for ten minutes, and said: **"But those are all strangers."**

I have been a parent for eight years and I have never been so thoroughly had.

So I did what I tell my pupils to do: play it slowly until you hear where it goes wrong. What do I have here that I don't want her to go without, and what is out there that I don't want her to meet?

- Here somebody would notice if I was unhappy. There, somebody would *measure* it.
- Here the page ends. I get to the bottom and go to bed.
- Here there are about twenty people, and I know which of them is grumpy before lunch.
- Here, if I say something stupid, Shawn writes me a letter.

I read her the list. She thought for a while and said, "So I can have one if it has an end and a Shawn."

I don't know what to do with that. What have you done with yours?`,
  thread: [
    {
      by: "Shawn",
      after: 38,
      says: "I've been called many things in twenty years of this. I'm putting \"a Shawn\" on my business card.",
      replies: [{ by: "Candy", after: 20, says: "An end and a Shawn. It's the whole specification." }],
    },
    {
      by: "Kofi",
      after: 240,
      says: `Mine answer the shop phone. Since they were seven. "Arch Nine, how can I help?" They've learned more about strangers from that phone than from any talk I gave: most are nice, some are in a hurry, one or two are odd, and **you can always say "I'll get my dad".**

That last bit is what's missing on the apps. There's no *I'll get my dad*. @priya, what do yours do? You have the same phone and more of it.`,
      replies: [
        {
          by: "Fiadh",
          after: 75,
          says: "\"There's no I'll get my dad.\" Kofi. I'm reading that one to her too.",
        },
        {
          by: "Susan",
          after: 310,
          says: "I'd disagree with one word only. It isn't \"missing\". Somebody sat in a room and left it out.",
        },
      ],
    },
    {
      by: "Dilys Prydderch",
      after: 7600,
      says: "We started a letters page in the children's room: a real board, with pins. They write under each other's notes. It has an end (the frame) and a Dilys. Last week there was a quarrel about hamsters, forty slips long, and I've never been so proud of a thread.",
    },
  ],
};
