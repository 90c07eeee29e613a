import { ActForm, type Action } from "#/components/client/act-form";
import { Item } from "#/components/ui/item";
import { Submit } from "#/components/ui/submit";
import { Time } from "#/components/ui/time";

import { type Person, PersonLink } from "./person";

type Kept = { member: Person & { id: string }; madeAt: Date; until?: Date | null };
type Props = { people: readonly Kept[]; act: "unblock" | "unmute"; part: Action; here: string };

const words = { unblock: { did: "Blocked", undo: "Unblock" }, unmute: { did: "Muted", undo: "Unmute" } };

/** Whom the viewer blocked or muted; only they see this list. */
export function KeptAwayList({ people, act, part, here }: Props) {
  return (
    <ul>
      {people.map(({ member, madeAt, until }) => (
        <Item
          key={member.id}
          who={member}
          head={act === "unmute" ? <PersonLink person={member} /> : <bdi>{member.name}</bdi>}
          facts={
            <p>
              {words[act].did} <Time at={madeAt} />
              {until && (
                <>
                  {" "}
                  until <Time at={until} how="date" />
                </>
              )}
              .
            </p>
          }
          acts={
            <ActForm action={part}>
              <input type="hidden" name="handle" value={member.handle} />
              <input type="hidden" name="here" value={here} />
              <Submit small variant="quiet" name="act" value={act} aria-label={`${words[act].undo} ${member.name}`}>
                {words[act].undo}
              </Submit>
            </ActForm>
          }
        />
      ))}
    </ul>
  );
}
