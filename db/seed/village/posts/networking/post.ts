import type { Written } from "../../types";
import { counters } from "./counters";
import { justin } from "./justin";
import { margins } from "./margins";
import { susan } from "./susan";

export const networking: Written = {
  slug: "is-what-you-are-doing-really-networking",
  by: "Candy",
  title: "Is what you are doing really networking?",
  days: 3,
  tags: ["networking", "small-business"],
  body: `The other day my phone told me, before coffee, that I had *nine new connections*. I knew one of them. He is my brother.

The other eight were a dental supplier, two people who would like to lend me money, a coach for coaches, somebody called \`profit_wolf_77\`, and three accountants, who I suppose were also wondering who I was. I pressed "accept" on all of them, because the button was large, and then I sat there with the feeling you have after eating a whole packet of something: full, and not fed.

When my aunt ran this office, her network was a shoebox. I still have it. Every card in it has a line on the back in pencil: *knows roofs. Sister in customs. Do not mention the boat.* There are 212 cards, and when she retired she could have telephoned every one of them and been asked how her knee was.

I have 3,400 connections now. I could telephone perhaps thirty.

So here is the question I have been carrying around the office, to the despair of everybody who works there. **What has to happen between two people before you would call it networking?** I have tried three answers and none of them survives lunch:

1. *You have met.* But I have met hundreds of people at fairs and remember the sandwiches better.
2. *You have done business.* But then my best friend in the trade, who has never sent me a client in nineteen years, is not in my network.
3. *You would pick up the phone.* This is the one I like, and it is the one my niece laughed at, because nobody her age picks up for anyone, including me.

@susan, who most of you know, teaches this for a living, and she has a rule about chairs which I hope she will explain. Others among you have built whole livelihoods without leaving the house. I suspect you are both right and I would like to watch you find out.

> The test is not how many people you can reach. It is how many would notice if you stopped.

That is from the lid of the shoebox. My aunt wrote it about her Christmas cards. Tell me what you think, at whatever length you need. I have put the kettle on.`,
  thread: [justin, susan, ...counters, ...margins],
};
