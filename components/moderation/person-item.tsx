import { Badge } from "#/components/ui/badge";
import { Item } from "#/components/ui/item";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { roles } from "./words";

export type Tended = Outputs["moderation"]["people"]["items"][number];

/** A member in the list of those who tend the place. */
export function PersonItem({ person }: { person: Tended }) {
  const { name, handle, joinedAt } = person;
  return (
    <Item
      who={{ name, handle }}
      head={
        <>
          <TextLink href={`/people/${handle}`}>
            <bdi>{name}</bdi>
          </TextLink>{" "}
          <PersonMarks person={person} />
        </>
      }
      facts={
        <p>
          @{handle} · here since <Time at={joinedAt} how="date" />
        </p>
      }
    />
  );
}

export function PersonMarks({
  person: { role, suspended, apart },
}: {
  person: Pick<Tended, "role" | "suspended" | "apart">;
}) {
  return (
    <>
      {role !== "member" && <Badge tone="accent">{roles[role].toLowerCase()}</Badge>}{" "}
      {suspended && <Badge tone="warning">suspended</Badge>} {apart && <Badge>one of you blocked the other</Badge>}
    </>
  );
}
