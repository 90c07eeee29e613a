import type { Written } from "../types";

export const tools: Written = {
  slug: "choose-tools-you-can-leave",
  by: "Ondřej Vaclík",
  title: "Choose tools you can leave",
  days: 15,
  tags: ["tools", "wordpress"],
  body: `Every client asks me: "which one is the best?" I used to answer. I drew up tables, I compared, I had favourites, and eight months later the favourite was bought by somebody and the prices had doubled.

Now I ask a different question first. **How do you get out?**

I mean it literally. Before I install anything, I spend one hour pretending to move away from it. I call it *the fire drill*:

1. Put in ten real things: posts, orders, people, whatever it is for.
2. Export everything.
3. Delete the account. Yes, really.
4. Open what you exported **without the tool** and answer one question a customer might ask.

Step 4 is where they fail. I have seen an "export" that was a PDF of the screen. I have seen one where every date was in there, as the number of seconds since the company was founded.

Here is the smallest test I know. If this prints your customers, you own them:

\`\`\`sh
unzip export.zip && grep -ri "anna" .
\`\`\`

It is a stupid test. It found out more than all my tables.

What I look for now, in this order:

- plain files, or a database with a name I know
- an export that runs *without asking anybody*
- addresses that stay the same when I leave
- a price I would still pay if it were twice as high
- and only then: whether it is any good

> A door that opens only inwards is a trap, also when the room is nice.

The funny thing is that I leave less often than before. When you know where the exit is, you sit down more comfortably. There is a longer list with the questions I ask at [example.org/fire-drill](https://example.org/fire-drill).`,
  thread: [
    {
      by: "Shawn",
      after: 42,
      says: `I'd add a step 5: **put it back in.** An export nobody has ever imported is a prayer.

We did this for Candy's office. The export was perfect: 1.2 GB, checksums, everything. The import took only files under 64 MB. Same company. Same *page*.`,
      replies: [
        {
          by: "Candy",
          after: 65,
          says: "So what happens to the invoices when the plugin dies? I don't mean the web shop. I mean the seven years I have to keep them for the tax office, after the shop and the plugin and possibly Shawn are gone.",
          replies: [
            {
              by: "Ondřej Vaclík",
              after: 110,
              says: "In thirteen years you are the first client who asked me that. The answer (and @shawn will hate it) is: print to PDF *at the moment of sale*, name the file by date and number, and keep it in a folder that no plugin has ever heard of.",
              replies: [
                { by: "Candy", after: 15, says: "A folder. Like an animal." },
                { by: "Bert", after: 720, says: "Like an *accountant*." },
              ],
            },
          ],
        },
      ],
    },
    {
      by: "Justin",
      after: 200,
      says: `I agree with all of this, and I broke all of it. My essays lived for six years on a platform with the loveliest typography I have ever seen. I got them out in the end: as one HTML file, 4.1 MB, on a single line. There were no paragraphs. It turned out that the paragraphs had been *a feature*.

I put them back in by hand. It took a winter. I will say this for it, though: I have never been so well edited.`,
      replies: [
        { by: "Mireille Quesnel", after: 84, says: "You removed eleven adverbs. I counted. It was a good winter." },
      ],
    },
    {
      by: "Seun",
      after: 310,
      says: `What about when the tool *is* good and everybody's on it? I know the drawing app I use is a trap. The door is painted on. But every art director I know sends files in its format, and I can't eat principles.

Not arguing, really asking.`,
      replies: [
        {
          by: "Ondřej Vaclík",
          after: 130,
          says: "Then use it, and don't feel bad. But every Friday save a flat copy beside it: PNG, PDF, anything. You don't have to leave the trap. Only keep a change of clothes outside.",
          replies: [{ by: "Seun", after: 20, says: "OK *that* I can do. A change of clothes outside." }],
        },
        {
          by: "Renske",
          after: 410,
          says: "Same in audio. My session files won't open in ten years, I know it. So every finished episode leaves here as separate WAV tracks with a text file that says who is who. It takes four minutes. It's the dullest thing I do and I have been thanked for it twice, both times by somebody crying.",
        },
      ],
    },
    {
      by: "Jürgen Ohlendieck",
      after: 1180,
      says: "Im Handwerk ganz einfach: Schrauben statt Leim, wo man je wieder ran muss. Leim, wo man nie wieder ran will. Die Kunst ist, vorher zu wissen, was was ist.",
      replies: [
        {
          by: "Ondřej Vaclík",
          after: 300,
          says: "Screws where you'll need to get back in, glue where you never want to. The art is knowing beforehand which is which. — I'd like to delete my post and put this in its place.",
        },
      ],
    },
    {
      by: "Kofi",
      after: 2600,
      says: "Did the fire drill with the till in the arch. It exported eleven thousand sales and every product was called `undefined`. I have apparently sold eleven thousand jars of undefined. It's our best seller.",
      replies: [
        { by: "Shawn", after: 90, says: "What strength is it?" },
        { by: "Kofi", after: 130, says: "Nobody knows." },
      ],
    },
  ],
};
