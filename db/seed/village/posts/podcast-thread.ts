import type { Thread } from "../types";

export const podcastThread: Thread = [
  {
    by: "Renske",
    after: 48,
    says: `She does pay me properly. She pays me in kitchens.

One correction as the engineer: you can't hear them breathe. I can hear *you* breathe, in the half second before you ask about the window. I used to cut it. Since about episode twenty I leave it in, because people have started to wait for it.`,
    replies: [
      {
        by: "ليلى",
        after: 90,
        says: "You left it IN? For thirty-one episodes?",
        replies: [{ by: "Renske", after: 8, says: "Nobody complained. All forty of them." }],
      },
    ],
  },
  {
    by: "Justin",
    after: 260,
    says: `I am number seventeen, I think, or at any rate I feel like seventeen.

You put your finger on something I have been circling for years, which is that *audience* is a word that changes its meaning at about the size of a bus. Under a bus, it is people. Over a bus, it is weather. One prepares for it, one is grateful for it, one complains about it, but nobody ever wrote back to the weather about a window.

My essays have ninety readers, and I have caught myself, more than once, writing for the weather.`,
    replies: [
      {
        by: "Marguerite",
        after: 140,
        says: 'My publisher has a word for under a bus. The word is "unfortunately".',
        replies: [
          {
            by: "Justin",
            after: 22,
            says: "And over a bus?",
            replies: [{ by: "Marguerite", after: 300, says: "I'll let you know." }],
          },
        ],
      },
      {
        by: "Hank",
        after: 800,
        says: "I'm twelve.",
        replies: [
          { by: "ليلى", after: 190, says: "You *listen*? Hank! Which one?" },
          { by: "Hank", after: 960, says: "All. In the truck." },
        ],
      },
    ],
  },
  {
    by: "Tomás Ibarrola",
    after: 520,
    says: `My mother's kitchen, since you ask (you did not ask): on the left the stone sink, on the right the radio, and a window that looks at exactly one tree. She died in the spring. My sister sold the house to nice people, and they cut down the tree because of the drains. They were right about the drains.

I do this for a living, I cut down trees because of drains. I have listened to your episode four times this month and I planted the same tree at a client's house who had asked for something else.`,
    replies: [
      {
        by: "ليلى",
        after: 75,
        says: `Tomás. My grandmother used to say it better than I can, so first in her words:

**البيت الذي نحمله في القلب لا يُباع ولا تُقطع أشجاره.**

"The house we carry in the heart is not sold, and nobody cuts its trees." Will you come and close your eyes for half an hour? You needn't speak about her. We could speak only about the radio.`,
        replies: [
          {
            by: "Tomás Ibarrola",
            after: 610,
            says: "I'd like that. The radio had opinions.",
          },
          {
            by: "Mireille Quesnel",
            after: 700,
            says: "I'd like to say, professionally, that the translation is exact, and that I had to leave my desk.",
          },
        ],
      },
      {
        by: "Candy",
        after: 340,
        says: "And the client? What did they say about the tree?",
        replies: [{ by: "Tomás Ibarrola", after: 420, says: "I told them why. They've put a bench under it." }],
      },
    ],
  },
  {
    by: "Ondřej Vaclík",
    after: 1900,
    says: `A practical thing. Your feed only keeps the last ten episodes; the others are gone for anyone who subscribes today. It is one line in the settings:

\`\`\`php
add_filter( 'feed_items', fn () => 100 );
\`\`\`

(Or whatever your host calls it; I don't know who made your plugin, and from the look of it neither do they.) Fifty-one kitchens should all have a door.`,
    replies: [
      {
        by: "ليلى",
        after: 230,
        says: 'I have been telling people for a year that the early ones were "archived". I thought that was what happened to things. Done. Thank you!',
        replies: [
          {
            by: "Shawn",
            after: 1130,
            says: "Number is fifty-three this morning, by the way. I looked. I'm fifty-one.",
          },
        ],
      },
    ],
  },
  {
    by: "Fiadh",
    after: 9800,
    says: "We have the theme tune on the fiddle now. Three small fiddles, slightly different tunes. I can send a recording, or I can promise not to.",
  },
];
