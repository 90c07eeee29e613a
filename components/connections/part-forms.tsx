import { ActForm, type Action } from "#/components/client/act-form";
import { Submit } from "#/components/ui/submit";
import type { Standing } from "./connect-button";

type Props = { standing: Pick<Standing, "member" | "state" | "muted">; part: Action; here: string };

/** What keeps a distance: end, mute and block, each with what it does. One form, one button for each. */
export function PartForms({ standing: { member, state, muted }, part, here }: Props) {
  return (
    <ActForm action={part} label={`Keep a distance from ${member.name}`}>
      <input type="hidden" name="handle" value={member.handle} />
      <input type="hidden" name="here" value={here} />
      <p className="form-acts my-4">
        {state.is === "connected" && (
          <Submit small variant="quiet" name="act" value="end">
            End the connection
          </Submit>
        )}
        <Submit small variant="quiet" name="act" value={muted ? "unmute" : "mute"}>
          {muted ? "Unmute" : "Mute"}
        </Submit>
        {state.is === "blocked-by-me" ? (
          <Submit small variant="quiet" name="act" value="unblock">
            Unblock
          </Submit>
        ) : (
          <Submit small variant="danger" name="act" value="block">
            Block
          </Submit>
        )}
      </p>
    </ActForm>
  );
}

/** What each of them does, before one does it. */
export function PartExplained() {
  return (
    <ul className="item-facts grid gap-2">
      <li>Ending is silent: you are just no longer in each other's network.</li>
      <li>Muting keeps what they write out of your feed. Only you know.</li>
      <li>Blocking ends the connection and every request, and hides each of you from the other. They are not told.</li>
    </ul>
  );
}
