import type { Written } from "../types";

export const moderating: Written = {
  slug: "what-a-moderator-does-all-day",
  by: "Shawn",
  title: "What a moderator does all day (mostly nothing)",
  days: 34,
  tags: ["moderation", "this-place"],
  body: `Somebody asked me what I do here. Fair. In the last year, with Dilys, I have:

- hidden **4** comments,
- read **31** reports, of which 19 were somebody disagreeing with somebody,
- written **46** private letters,
- and drunk a quantity of tea.

The letters are the job. Nobody sees them. They go like this: *"You were right about the tax, and you were horrible about it. Could you be right again without the second part?"* Forty of the forty-six wrote back, and thirty-eight of those edited the comment themselves. One sent me a cheese.

I used to moderate a big forum, years ago, where you got a queue of four hundred a day and a row of buttons. After a month of it I could tell you if a sentence was against the rules from the *shape*. I couldn't have told you what it said. I left when I noticed I was doing it to my mother's text messages.

So here we do it slowly, and there are only three things I try to hold on to:

1. **Hide words, not people.** The place in the conversation stays, so that the answers still make sense. The reason is there for anybody to read.
2. **Say who did it.** If I hide something my name is on it. An anonymous "moderation team" is how a decent person does a cowardly thing.
3. **A report is a worry, not a verdict.** I answer every one, also with "no".

I will be wrong. When I am, tell Candy; she reads the log, and she trained under Bert.`,
  thread: [
    {
      by: "Candy",
      after: 25,
      says: "I do read the log. With a ruler.",
      replies: [{ by: "Bert", after: 120, says: "Good." }],
    },
    {
      by: "Trent",
      after: 140,
      says: "Great insights!! Moderation is SO underrated for growth. I help communities 10x engagement in 30 days, DM me or grab a free slot at https://example.com/ten-times?ref=village 🚀🚀🚀",
      hidden: {
        by: "Shawn",
        rule: "No selling in other people's conversations",
        reason:
          "The third one this week under three different posts, with the same link. I wrote twice and had no answer. If you would like to talk about what you do, write a post about it, and people can come to you.",
      },
      replies: [
        { by: "Renske", after: 11, says: "Under *this* post. You have to admire the aim." },
        {
          by: "Susan",
          after: 95,
          says: "I'll say a word for the boy: somebody has taught him that this is how it's done. I know, because people turn up at my course having paid to be taught it.",
          replies: [
            {
              by: "Shawn",
              after: 30,
              says: "Which is what my first letter said, more or less. The offer stands: a post of his own, and I'll be the first to comment.",
            },
          ],
        },
      ],
    },
    {
      by: "Marguerite",
      after: 330,
      says: `I was one of the forty-six. I was angry for a whole evening, and then I read my comment again as though somebody else had written it to me.

What I'd like to say to whoever gets one of those letters: it is a *letter*. Somebody sat down. On other sites a machine told me I had "violated" something, and I never found out what, and I have gone on violating it ever since with a light heart.`,
      replies: [
        {
          by: "Shawn",
          after: 200,
          says: "For the protocol, it was not you with the cheese.",
          replies: [{ by: "Marguerite", after: 33, says: "I'm a novelist. I can't afford cheese." }],
        },
      ],
    },
    {
      by: "Bert",
      after: 700,
      says: `I disagree with rule 1, respectfully. If a man writes rubbish in my ledger I don't leave a hole with a note in it. I rule it out and initial it, and the rubbish **stays legible**. That is the whole point of a ledger. How am I to know you were right to hide it if I can't see it?`,
      replies: [
        {
          by: "Dilys Prydderch",
          after: 160,
          says: `It's a proper question and we argued about it for a month. In a ledger only the people with a key read the crossed-out line. Here it would be everyone, including whoever it was about.

So: the words are kept, and crossed out, and initialled, where the two of us and Candy can read them. What everybody can see is *that* it was done, by whom and why. If you ever doubt one, ask, and the third of us who didn't do it will look again.`,
          replies: [
            {
              by: "Bert",
              after: 55,
              says: "Kept, initialled, and a second signature. That is a ledger. I have no further questions.",
            },
          ],
        },
      ],
    },
    {
      by: "Fiadh",
      after: 1900,
      says: "Thirty-one reports in a year! There are more than that before breakfast in this house, and I have no Dilys.",
      replies: [
        { by: "Dilys Prydderch", after: 240, says: '"A report is a worry, not a verdict." Try it with the toast.' },
      ],
    },
  ],
};
