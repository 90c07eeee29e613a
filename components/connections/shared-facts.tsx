import { TextLink } from "#/components/ui/text-link";
import { People, type Person } from "./person";

type Facts = {
  mutual: { count: number; people: readonly Person[] };
  threads: { count: number; shown: readonly { title: string; path: string }[] };
};

/** What two people share: whom they both know, and threads they both wrote in. */
export function SharedFacts({ facts: { mutual, threads } }: { facts: Facts }) {
  if (mutual.count === 0 && threads.count === 0) return <p>You share no connection and no thread yet.</p>;
  return (
    <>
      {mutual.count > 0 && (
        <p>
          You both know <People people={mutual.people} count={mutual.count} />.
        </p>
      )}
      {threads.count > 0 && (
        <p>
          You both wrote in{" "}
          {threads.shown.map(({ title, path }, place) => (
            <span key={path}>
              {place > 0 && (place === threads.count - 1 ? " and " : ", ")}
              <TextLink href={path}>{title}</TextLink>
            </span>
          ))}
          {threads.count > threads.shown.length && ` and ${threads.count - threads.shown.length} more`}.
        </p>
      )}
    </>
  );
}
