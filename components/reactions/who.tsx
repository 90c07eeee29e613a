import type { Outputs } from "#/server/api/types";
import { Item } from "../ui/item";
import { Time } from "../ui/time";
import { kindWords } from "./words";

type WhoProps = { items: Outputs["reactions"]["who"]["items"] };

/** Who reacted, and how. For whoever wrote it. */
export function Who({ items }: WhoProps) {
  return (
    <ul>
      {items.map(({ id, kind, at, by }) => (
        <Item
          key={id}
          who={by}
          head={
            <a href={`/m/${by.handle}`}>
              <bdi>{by.name}</bdi>
            </a>
          }
          facts={
            <>
              {kindWords[kind].press} · <Time at={at} />
            </>
          }
        />
      ))}
    </ul>
  );
}
