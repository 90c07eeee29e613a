import { Checkbox } from "#/components/ui/checkbox";
import { Field } from "#/components/ui/field";
import { Input } from "#/components/ui/input";
import { Select } from "#/components/ui/select";
import { Submit } from "#/components/ui/submit";
import { roles } from "./words";

type Props = { words: string; role: string | undefined; suspended: boolean };

/** Finds members by a part of their name or handle; an ordinary form, whose answer has an address. */
export function PersonSearch({ words, role, suspended }: Props) {
  return (
    <form method="get" className="form mb-6" role="search" aria-label="Find people">
      <Field id="words" label="Name or handle">
        {(wires) => <Input {...wires} type="search" name="words" defaultValue={words} dir="auto" />}
      </Field>
      <Field id="role" label="Role">
        {(wires) => (
          <Select {...wires} name="role" defaultValue={role ?? ""}>
            <option value="">Any</option>
            {Object.entries(roles).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox name="suspended" value="yes" label="Only who is suspended" defaultChecked={suspended} />
      <p className="form-acts">
        <Submit variant="quiet">Find</Submit>
      </p>
    </form>
  );
}
