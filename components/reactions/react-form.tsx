"use client";

import { ActForm, type Action } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { Submit } from "#/components/ui/submit";
import type { Kind } from "#/server/domain/reactions/input";
import { kinds, kindWords } from "./words";

type Props = { action: Action; thing: { kind: "comment" | "post"; key: string }; mine: Kind | null; back: string };

/** Three buttons. The one that was pressed before is down, and pressing it again takes it back. */
export function ReactForm({ action, thing, mine, back }: Props) {
  return (
    <ActForm action={action} className="form" label={`React to this ${thing.kind}`}>
      <input type="hidden" name={thing.kind} value={thing.key} />
      <div className="form-acts">
        {kinds.map((kind) => (
          <Submit
            key={kind}
            name="kind"
            value={kind === mine ? "none" : kind}
            variant={kind === mine ? "primary" : "quiet"}
            aria-pressed={kind === mine}
          >
            {kindWords[kind].press}
          </Submit>
        ))}
      </div>
      <div className="form-acts">
        {mine && (
          <Submit name="kind" value="none" variant="quiet">
            Take it back
          </Submit>
        )}
        <ButtonLink href={back}>{mine ? "Leave it so" : "Rather not"}</ButtonLink>
      </div>
    </ActForm>
  );
}
