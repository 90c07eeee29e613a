import type { Action } from "#/components/client/act-form";
import { Badge } from "#/components/ui/badge";
import { Item } from "#/components/ui/item";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { PartForms } from "./part-forms";
import { PersonLink } from "./person";
import { counted, howInWords } from "./words";

type Connections = Outputs["connections"]["network"]["items"];

/** One's own connections: since when, how they know each other, whom both know, and what may be done about each. */
export function NetworkList({ connections, part }: { connections: Connections; part: Action }) {
  return (
    <ul>
      {connections.map(({ member, since, how, mutual, muted }) => (
        <Item
          key={member.id}
          who={member}
          head={
            <>
              <PersonLink person={member} /> {muted && <Badge>muted</Badge>}
            </>
          }
          facts={
            <p>
              Connected since <Time at={since} how="date" />. You {howInWords[how]}
              {mutual > 0 && `, and you share ${counted(mutual, "connection")}`}.
            </p>
          }
          acts={
            <details>
              <summary className="item-facts" aria-label={`End, mute or block: ${member.name}`}>
                End, mute or block
              </summary>
              <PartForms
                standing={{ member, muted, state: { is: "connected", since, how } }}
                part={part}
                here="/network"
              />
            </details>
          }
        />
      ))}
    </ul>
  );
}
