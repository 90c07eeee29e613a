type Sample = {
  depth: number;
  name: string;
  at: string;
  html: string;
  classes?: string;
  badges?: string;
  more?: string;
};

const samples: readonly Sample[] = [
  {
    depth: 0,
    name: "Justin Okafor",
    at: "2026-11-21T08:12:00Z",
    html: "<p>I keep a drawer of letters from people I have never met. The oldest is from a man in Tromsø who disagreed with something I wrote about bread in 2009, at such length and with such good humour that I answered him, and he answered me, and in the end he came to my sister’s wedding as my guest.</p><p>So when somebody tells me that what happens here is not <em>really</em> knowing one another, I think of Anders in his borrowed jacket, dancing badly with my aunt. Where else would I have met him? I had nothing to offer him but an argument about rye.</p>",
  },
  {
    depth: 1,
    name: "Candy Moreau",
    at: "2026-11-21T09:40:00Z",
    classes: "c--author",
    badges: '<span class="badge badge--accent">author</span>',
    html: "<p>This is exactly what I could not find the words for. It was never the <b>number</b> of people. It was that one of them took the trouble.</p><blockquote><p>at such length and with such good humour</p></blockquote><p>Both halves are needed, I think. Length without humour is a lecture.</p>",
  },
  {
    depth: 2,
    name: "Justin Okafor",
    at: "2026-11-21T09:58:00Z",
    html: "<p>And humour without length is a greeting card. I promise to seek help for the length.</p>",
  },
  {
    depth: 3,
    name: "Marta Lindqvist",
    at: "2026-11-21T10:20:00Z",
    classes: "c--mine",
    html: "<p>Please do not. I read you with my second coffee, and the first is only to get there.</p>",
  },
  {
    depth: 4,
    name: "Shawn Powers",
    at: "2026-11-21T11:02:00Z",
    classes: "c--here",
    badges: '<span class="badge">edited</span>',
    html: '<p>Two practical questions, since everybody here is being so lovely that nobody will ask them. Did you write to him by hand, or was it all typed? And did <a href="https://example.org/rye">the argument about rye</a> ever get settled? I have opinions, a starter that is older than my marriage, and a short table:</p><table><thead><tr><th>Flour</th><th>Water</th><th>Patience</th><th>Temperature</th><th>Conversation</th></tr></thead><tbody><tr><td>500 g</td><td>420 g</td><td>eighteen hours</td><td>unheated</td><td>interrupted</td></tr><tr><td>1 kg</td><td>860 g</td><td>somebody else’s</td><td>lukewarm</td><td>uninterrupted</td></tr></tbody></table>',
  },
  {
    depth: 5,
    name: "Justin Okafor",
    at: "2026-11-21T11:30:00Z",
    html: "<p>By hand, for the first three. Then his eyes went.</p>",
  },
  {
    depth: 6,
    name: "Łucja Šimková",
    at: "2026-11-21T12:00:00Z",
    html: "<p>I did not expect to cry at a thread about bread this morning.</p>",
    more: "continue this thread →",
  },
  {
    depth: 1,
    name: "",
    at: "",
    html: "This comment was hidden by a moderator: it was aimed at a person, not at what they said.",
  },
  {
    depth: 2,
    name: "Noor Haddad",
    at: "2026-11-21T14:16:00Z",
    html: '<p dir="auto">I missed whatever stood above, and I do not miss it. شكرًا for keeping the place readable.</p>',
  },
  {
    depth: 0,
    name: "Dag Ferreira",
    at: "2026-11-22T19:05:00Z",
    html: "<p>A small dissent. I have met some of you, at last month’s dinner, and you were <em>not</em> the same people. You were better: you interrupted. A thread never interrupts, and so nobody here ever has to find out that they were wrong in the middle of a sentence.</p><p>What I would like is both:</p><ul><li>the table, where I am interrupted;</li><li>and this, where I am allowed to finish.</li></ul><p>My own rule has become <code>write first, meet second</code>, and it has not failed me yet. In the notation of my trade:</p><pre><code>while (true) { const thought = write(everything); if (thought.survives(tomorrow)) meet(thought.reader); }</code></pre>",
  },
];

function comment({ depth, name, at, html, classes = "", badges = "", more }: Sample, place: number): string {
  const open = `<li class="c ${classes}" data-depth="${depth}" aria-level="${depth + 1}" id="c-${place}">`;
  if (!name) return `${open}<p class="c-gone">${html}</p></li>`;
  const head = `<div class="c-head"><a href="#m">${name}</a><a href="#c-${place}"><time datetime="${at}" data-how="ago">21 November 2026</time></a>${badges}</div>`;
  const acts = ["Reply", "Quote", "Link", "Report"].map((act) => `<a href="#c-${place}">${act}</a>`).join("");
  const onward = more ? `<a class="c-more" href="#more">${more}</a>` : "";
  return `${open}${head}<div class="c-body prose" dir="auto">${html}</div><div class="c-acts">${acts}</div>${onward}</li>`;
}

/** A thread as the string island prints it. */
export const sampleThread = `<ol class="thread">${samples.map(comment).join("")}</ol>`;
