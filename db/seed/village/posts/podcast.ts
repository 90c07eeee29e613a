import type { Written } from "../types";
import { podcastThread } from "./podcast-thread";

export const podcast: Written = {
  slug: "forty-listeners",
  by: "ليلى",
  title: "What I learned from a podcast with forty listeners",
  days: 8,
  tags: ["podcasts", "writing"],
  body: `There is a number on my screen, and the number is forty. Sometimes it is thirty-eight, and I wonder what I said.

I make a programme about kitchens that people had to leave. One person, one kitchen, half an hour. They close their eyes and walk me through it: what was on the left, what the window looked at, which drawer stuck. I have done fifty-one of them. When I tell people at parties they ask how big it is. They mean the number. So I say "forty", and they look at me the way one looks at a child's drawing.

Here is what forty is.

**Forty is a room I could not cook for.** I tried to picture them. Forty people do not fit in my flat. They would stand on the stairs and out into the street, and a neighbour would come to ask who had died. If forty people came to hear me speak about a drawer, I would be so frightened that I could not open my mouth. But as a *download* it is nothing.

**Forty have names.** A nurse in Malmö listens on the night bus. A man in Hull has written to me after every episode, one line, always about the window. An old lady in Haifa and an old lady in Amman have the same favourite episode, and they do not know it, and I do.

**Forty can change a thing.** After the episode about the bread oven, a listener recognised the street. She wrote to the brother of the man who had spoken. They had not been in touch since 1991. If I had had forty thousand listeners, would I have seen that message? I think it would be lying under the others.

I used to plan how to become big. I bought a course, and the course said:

1. Find your niche.
2. Post three times a day.
3. Ask for five stars at the beginning *and* at the end.

I asked for five stars once. Renske cut it out and wrote in the margin: *"you sound like somebody else here."* She was right, and I never did it again.

I do not say that small is holy. If the number were four hundred I could pay Renske properly, and I would dance. I only say that I have stopped being ashamed of a number in which I can hear people breathe.`,
  thread: podcastThread,
};
