import { Checkbox } from "#/components/ui/checkbox";
import { ChoiceGroup } from "#/components/ui/choice-group";
import { Field } from "#/components/ui/field";
import { Input } from "#/components/ui/input";
import { Select } from "#/components/ui/select";
import { Submit } from "#/components/ui/submit";
import { TextArea } from "#/components/ui/text-area";

const audiences = [
  { value: "everyone", label: "Everyone", hint: "Anybody with the address can read it." },
  { value: "members", label: "Members" },
  { value: "connections", label: "My connections", hint: "14 people at the moment." },
  { value: "me", label: "Only me", disabled: true },
];

/** Every kind of field, as it is, with an error, and closed. */
export function Forms() {
  return (
    <section className="mb-12 grid gap-4">
      <h2>Forms</h2>
      <form className="form" action="/dev/ui">
        <Field id="title" label="Title">
          {(wires) => <Input {...wires} look="title" name="title" defaultValue="What a letter is for" />}
        </Field>
        <Field
          id="handle"
          label="Handle"
          hint="3 to 30 letters, digits, _ and -."
          error="“admin” is kept for the site itself."
        >
          {(wires) => <Input {...wires} name="handle" defaultValue="admin" autoComplete="username" />}
        </Field>
        <Field id="closed" label="Address of this page">
          {(wires) => <Input {...wires} disabled defaultValue="/p/k3v9d2m1xa/what-a-letter-is-for" />}
        </Field>
        <Field id="code" label="Code from the mail" optional>
          {(wires) => <Input {...wires} look="code" inputMode="numeric" placeholder="000 000" />}
        </Field>
        <Field
          id="note"
          label="A few words to Dag"
          error="The note is 12 characters too long: 500 at most."
          counter="512 of 500 characters"
        >
          {(wires) => <TextArea {...wires} room="note" name="note" defaultValue="Hello Dag, about those bees." />}
        </Field>
        <Choices />
        <div className="form-acts">
          <Submit sending="Publishing…">Publish</Submit>
        </div>
      </form>
    </section>
  );
}

function Choices() {
  return (
    <>
      <Field id="rule" label="Which rule">
        {(wires) => (
          <Select {...wires} name="rule">
            <option>Aimed at a person</option>
            <option>Advertising</option>
          </Select>
        )}
      </Field>
      <ChoiceGroup name="audience" legend="Who may read it" options={audiences} defaultValue="everyone" />
      <Checkbox name="watch" label="Tell me when somebody answers" hint="By mail, at most once a day." defaultChecked />
    </>
  );
}
