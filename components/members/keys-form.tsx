import { type Action, ActForm } from "#/components/client/act-form";
import { Checkbox } from "#/components/ui/checkbox";
import { Submit } from "#/components/ui/submit";
import type { Outputs } from "#/server/api/types";

/** Whether a single key does something while a conversation is read (WCAG 2.1.4), on all one's devices. */
export const KeysForm = ({ me, action }: { me: Outputs["members"]["me"]; action: Action }) => (
  <ActForm action={action} className="form" label="Single keys">
    <Checkbox
      name="keys"
      defaultChecked={me.singleKeys}
      label="Single keys lead through conversations"
      hint="j and k for the next comment and the one before, n for the next new one, p for what it answers, c to fold, r to reply, ? for this list. Switch them off where you speak to your device, or where they get in the way."
    />
    <div className="form-acts">
      <Submit variant="quiet" sending="Saving…">
        Save
      </Submit>
    </div>
  </ActForm>
);
