import type { Outputs } from "#/server/api/types";

type Props = { items: Outputs["comments"]["pinned"]; author: { name: string } };

/** What was chosen for the top of a thread: in a few words, leading to where it was said. */
export const Pinned = ({ items, author }: Props) =>
  items.length > 0 && (
    <section aria-labelledby="pinned" className="pinned">
      <h3 id="pinned">Pinned</h3>
      <ul>
        {items.map(({ key, author: writer, words, by }) => (
          <li key={key}>
            <a className="link" href={`?c=${key}#c-${key}`}>
              <bdi>{writer.name}</bdi>
            </a>{" "}
            <span dir="auto">{words}</span>{" "}
            <span className="text-soft">Chosen by {by === "author" ? <bdi>{author.name}</bdi> : "a moderator"}.</span>
          </li>
        ))}
      </ul>
    </section>
  );
