import type { Outputs } from "#/server/api/types";
import { Time } from "../ui/time";

type Answer = Outputs["articles"]["answers"]["items"][number];

const how = ({ kind, answers }: Answer): string => {
  if (kind === "comment") return "links it in a comment on";
  return answers ? "answers it in" : "links it in";
};

/** Posts and comments about one article: who said something of it, where, and how it begins. */
export const AnswerList = ({ items }: { items: readonly Answer[] }) => (
  <ol className="answers">
    {items.map((item) => (
      <li key={item.id} className="answer">
        <p>
          {item.author.handle ? (
            <a className="link" href={`/m/${item.author.handle}`}>
              <bdi>{item.author.name}</bdi>
            </a>
          ) : (
            <bdi>{item.author.name}</bdi>
          )}{" "}
          {how(item)}{" "}
          <a className="link" href={item.href}>
            <bdi>{item.title || "a post without a title"}</bdi>
          </a>
          <span className="text-soft">
            {" · "}
            <Time at={item.at} how="date" />
          </span>
        </p>
        {item.excerpt && (
          <p className="answer-words" dir="auto">
            {item.excerpt}
          </p>
        )}
      </li>
    ))}
  </ol>
);
