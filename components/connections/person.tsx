import { TextLink } from "#/components/ui/text-link";

export type Person = { name: string; handle: string };

/** A member's name, leading to their page. */
export function PersonLink({ person }: { person: Person }) {
  return (
    <a href={`/m/${person.handle}`}>
      <bdi>{person.name}</bdi>
    </a>
  );
}

/** "Shawn, Susan and 3 more", each leading to their page. `count` is how many there are in all. */
export function People({ people, count = people.length }: { people: readonly Person[]; count?: number }) {
  const more = count - people.length;
  return people.map((person, place) => {
    const last = place === people.length - 1;
    const glue = place === 0 ? "" : last && more === 0 ? " and " : ", ";
    return (
      <span key={person.handle}>
        {glue}
        <TextLink href={`/m/${person.handle}`}>
          <bdi>{person.name}</bdi>
        </TextLink>
        {last && more > 0 && ` and ${more} more`}
      </span>
    );
  });
}
