import type { Said } from "../../types";
import { downTheStairs } from "./stairs";

const answer = `I had a short answer. It was "yes". I wrote it down, I looked at it, and then I thought of three exceptions, and now it is dark outside. I apologise in advance and in the middle; by the end you will have stopped reading and I can stop apologising.

**First, the shoebox.** I love the shoebox. I would like to be a card in the shoebox. But let me point out something about it that I think you have walked past, because you grew up next to it: your aunt did not *meet* those 212 people in any way that matters more than how you and I meet. She met most of them once. What made them cards, rather than strangers with whom she had shared a sandwich, is the pencil. She went home and wrote down one true thing about each of them. The network is not in the handshake. It is on the back of the card.

**Second, my own box.** Let me open it, since I am about to make claims. I live eleven miles from a town you have not heard of. I do not drive, for reasons that would be their own comment. In the years I have worked for myself I have had, at a rough count, sixty clients. Do you know how many of them I have stood in a room with?

- One, at a funeral, which is not generally thought of as a lead.
- One who turned out to be my dentist.
- That is the list.

Every other one can be traced back, link by link, to a single afternoon on which I wrote far too long an answer (I know) to a question by a stranger about why her shop's front page took nineteen seconds to load. She never hired me. She told a man who sells harpsichord strings. He told his sister, who edits a magazine, and the magazine sent me Mireille, who told me the truth about my adverbs, and Mireille sent me Priya, and Priya has sent me more work than any sane person should trust to a man who cannot answer a yes-or-no question. Not one of them has seen me below the shoulders. Two have heard me laugh. I would lend any of them money, and one of them has lent *me* money, in a bad February, without asking when.

If that is not a network, then I do not have one, and I would like somebody to explain to my landlord what he has been paid with.

**Third, what the experts get wrong.** There is a kind of article (I have written some, I needed the fee) that says the screen is a megaphone and the room is a conversation. I think it is exactly the other way about for a great many people, and nobody asks them. Put me in a room with forty strangers and a name badge, and what you get is a man studying a fern. I am not shy, I am *slow*. The thing I would like to say arrives on the bus home. In a room the prize goes to whoever is quickest; in writing I am allowed to be as quick as I am, and so is the person with the stammer, and the one with the baby on her arm, and the one typing in her third language at two in the morning because that is when the house is quiet. A room has chairs for the people who can come. I know Susan likes chairs. I am only asking her to count who is not sitting on them.

**Fourth, what the experts get right,** because I promised Mireille I would argue against myself at least once per thousand words. Most of what is done on networks is not networking. It is shouting from a moving car. If you only ever post the sale, the award, and the photograph of the award, then you are not in a conversation, you are a lamp post with a poster on it, and I do not blame anybody for walking past. I have a rule about this, and it has cost me perhaps five clients and brought me all the others: *I am the same person at every counter.* I do not have a shop voice. The people who read me about page speed also have to read me about my war with the pigeon. Some leave. The ones who stay have already met me, so that when they finally write "could you…" there is nothing left to pretend.

But notice that this is a rule for *me*. It suits somebody with nothing to hide and no talent for hiding it. I know an excellent bookkeeper who would rather eat her calculator than tell the internet about her weekend, and she does splendidly, because what she gives away is not herself but her attention: she answers questions, exactly, once a week, and people remember who answered. I know a stonemason who writes only to twelve people, by hand, and has a waiting list until the year after next. There is not one right distance. There is a whole street between the megaphone and the locked door, and people live at every number of it.

**Fifth, and then I will let you go,** your three tests. I think they are one test, and that it is the pencil again. *You have met, you have done business, you would pick up the phone*: these are all ways of coming to know one true thing about somebody, and of letting them know one about you, and of both of you remembering it when it would be useful or kind. So here is my candidate, and I would like it attacked:

> It is networking when each of you could write the back of the other's card.

By that measure your eight new connections are paper. So is most of my own list, and I have gone through it this evening, and I could write the backs of about ninety. I was going to say "only ninety". Then I thought about a man eleven miles from nowhere with ninety people, and I went and stood in the garden for a bit, and told the pigeon.

[It would not let me post this the first time because I was signed out. I had copied it. I always copy it. That is the one piece of professional advice in this comment.]`;

/** The long one, and the staircase of answers that grew under it. */
export const justin: Said = {
  id: "justin-answers",
  by: "Justin",
  after: 214,
  edited: 6,
  says: answer,
  replies: [
    downTheStairs,
    {
      by: "Hank",
      after: 22,
      says: "Read all of it.",
      replies: [
        {
          by: "Justin",
          after: 9,
          says: "Hank, I have known you for the better part of a year and that is the longest review I have ever had.",
          replies: [{ by: "Hank", after: 41, says: "Don't get used." }],
        },
      ],
    },
    {
      by: "Marguerite",
      after: 130,
      says: `"There is a whole street between the megaphone and the locked door, and people live at every number of it."

I am furious, because I have been trying to write that sentence since March and you have spent it on a comment.`,
      replies: [
        {
          by: "Justin",
          after: 35,
          says: "Take it. I mean that. It will be happier in a book, and I was going to follow it with something about letterboxes.",
        },
        {
          by: "Mireille Quesnel",
          after: 58,
          says: "He *did* follow it with something about letterboxes. I have seen the draft. You are all welcome.",
        },
      ],
    },
    {
      by: "Tomás Ibarrola",
      after: 410,
      says: "I want to hear more about the pigeon.",
      replies: [
        {
          by: "Justin",
          after: 14,
          says: `There are legal reasons why I can say only this:

1. It began with the seedlings.
2. It is not over.
3. He has brought a friend.`,
          replies: [
            {
              by: "Tomás Ibarrola",
              after: 26,
              says: "Netting, 20 mm, and a bowl of water *away* from the bed. He is not hungry, he is thirsty. They nearly always are. I charge forty euros for this sentence, so now I am in your shoebox.",
            },
          ],
        },
      ],
    },
  ],
};
