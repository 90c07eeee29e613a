import { TextLink } from "#/components/ui/text-link";

const said = [
  [
    "Candy Moreau",
    "What a letter is for",
    "This is exactly what I could not find the words for. It was never the number of people. It was that one of them took…",
  ],
  [
    "Shawn Powers",
    "What a letter is for",
    "Two practical questions, since everybody here is being so lovely that nobody will ask them. Did you write to him by hand…",
  ],
  [
    "Noor Haddad",
    "A year without a telephone",
    "The silence was the easy part. What I had not reckoned with was how many people I would have to tell, one after the other…",
  ],
  [
    "Dag Ferreira",
    "Is what you are doing really networking?",
    "A small dissent. I have met some of you, at last month’s dinner, and you were not the same people. You were better…",
  ],
] as const;

/** The sidebar as on the founding page: who on which post, and how it begins. */
export function Recent() {
  return (
    <section>
      <h2>Recent comments</h2>
      <ol className="recent">
        {said.map(([who, where, words]) => (
          <li key={words}>
            <p className="recent-who">
              <a href="#who">{who}</a> on <TextLink href="#where">{where}</TextLink>
            </p>
            <p className="recent-words">“{words}”</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
