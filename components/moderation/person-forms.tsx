"use client";

import { type Action, ActForm, useAnswer } from "#/components/client/act-form";
import { ChoiceGroup } from "#/components/ui/choice-group";
import { Submit } from "#/components/ui/submit";
import { WordsBox } from "./words-box";
import { roles } from "./words";

type Props = { action: Action; person: { id: string; handle: string; name: string } };

const Whom = ({ person: { id, handle } }: Pick<Props, "person">) => (
  <>
    <input type="hidden" name="memberId" value={id} />
    <input type="hidden" name="handle" value={handle} />
  </>
);

/** Shuts somebody out, with the reason they will read at the door. */
export function SuspendForm({ action, person }: Props) {
  return (
    <ActForm action={action} className="form" label={`Suspend ${person.name}`}>
      <Whom person={person} />
      <WordsBox
        name="reason"
        label="Why"
        hint="They read this when they try to come in, and it stands in the log."
        most={1000}
      />
      <p className="form-acts">
        <Submit variant="danger" sending="Suspending" name="act" value="suspend">
          Suspend {person.name}
        </Submit>
      </p>
    </ActForm>
  );
}

/** Lets a suspended member in again. */
export function RestoreForm({ action, person }: Props) {
  return (
    <ActForm action={action} label={`Restore ${person.name}`}>
      <Whom person={person} />
      <Submit sending="Restoring" name="act" value="restore">
        Let {person.name} in again
      </Submit>
    </ActForm>
  );
}

/** Makes somebody owner, moderator or member. */
export function RoleForm({ action, person, role }: Props & { role: keyof typeof roles }) {
  return (
    <ActForm action={action} className="form" label={`The role of ${person.name}`}>
      <Whom person={person} />
      <RoleChoice role={role} />
      <p className="form-acts">
        <Submit variant="quiet" sending="Changing" name="act" value="role">
          Change the role
        </Submit>
      </p>
    </ActForm>
  );
}

function RoleChoice({ role }: { role: keyof typeof roles }) {
  const { answer } = useAnswer();
  const chosen = answer?.typed.role ?? role;
  const options = Object.entries(roles).map(([value, label]) => ({ value, label, hint: hints[value] }));
  return (
    <ChoiceGroup
      key={chosen}
      name="role"
      legend="This person is"
      options={options}
      defaultValue={chosen}
      error={answer?.problems.role}
    />
  );
}

const hints: Record<string, string> = {
  owner: "Answers for the site: settings, imports, roles. There is always at least one.",
  moderator: "Tends the conversation: the queue, hiding, suspending.",
  member: "Writes, answers and connects.",
};
