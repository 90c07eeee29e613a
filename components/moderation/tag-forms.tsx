"use client";

import { type Action, ActForm, useAnswer } from "../client/act-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Submit } from "../ui/submit";

type Props = { action: Action; tag: { slug: string; name: string }; others: readonly string[] };

/** Another name for a tag, or one tag made of two. */
export function TagForms({ action, tag, others }: Props) {
  return (
    <div className="grid gap-10">
      <ActForm action={action} className="form" label="Rename the tag">
        <input type="hidden" name="slug" value={tag.slug} />
        <Name now={tag.name} />
        <div className="form-acts">
          <Submit name="act" value="rename">
            Rename it
          </Submit>
        </div>
      </ActForm>
      <ActForm action={action} className="form" label="Merge the tag">
        <input type="hidden" name="slug" value={tag.slug} />
        <Into name={tag.name} others={others} />
        <div className="form-acts">
          <Submit name="act" value="merge" variant="danger">
            Merge it
          </Submit>
        </div>
      </ActForm>
    </div>
  );
}

function Name({ now }: { now: string }) {
  const { answer } = useAnswer();
  return (
    <Field id="name" label="Another name" error={answer?.problems.name}>
      {(wires) => <Input {...wires} name="name" dir="auto" required defaultValue={answer?.typed.name ?? now} />}
    </Field>
  );
}

function Into({ name, others }: { name: string; others: readonly string[] }) {
  const { answer } = useAnswer();
  return (
    <Field
      id="into"
      label="Make it one with"
      hint={`Every post about “${name}” will be about that instead. You can undo it; each post gets back what it had.`}
      error={answer?.problems.into}
    >
      {(wires) => (
        <>
          <Input
            {...wires}
            name="into"
            dir="auto"
            required
            list="tags-here"
            defaultValue={answer?.typed.into ?? ""}
            autoComplete="off"
          />
          <datalist id="tags-here">
            {others.map((other) => (
              <option key={other}>{other}</option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
