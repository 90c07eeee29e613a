import { Checkbox } from "#/components/ui/checkbox";
import { Field } from "#/components/ui/field";
import { Input } from "#/components/ui/input";
import { Select } from "#/components/ui/select";
import { Submit } from "#/components/ui/submit";

/** What stands in the form, as it was asked. */
export type Typed = {
  q: string;
  from: string;
  tag: string;
  answers: string;
  after: string;
  before: string;
  within: string;
  network: boolean;
  mine: boolean;
  order: string;
};

type Props = { typed: Typed; isMember: boolean; longest: number };

/** The box, and everything that can be said in it as fields: an ordinary form, whose answer has an address. */
export function SearchForm({ typed, isMember, longest }: Props) {
  const isNarrowed = Boolean(
    typed.from ||
      typed.tag ||
      typed.answers ||
      typed.after ||
      typed.before ||
      typed.within ||
      typed.network ||
      typed.mine,
  );
  return (
    <form method="get" action="/search" className="form search-form" role="search" aria-label="Search words">
      <Field id="words" label="Words to look for">
        {(wires) => (
          <div className="search-line">
            <Input {...wires} type="search" name="q" defaultValue={typed.q} maxLength={longest} dir="auto" />
            <Submit>Search</Submit>
          </div>
        )}
      </Field>
      <details open={isNarrowed}>
        <summary>Narrow it down</summary>
        <Narrowing typed={typed} isMember={isMember} />
      </details>
    </form>
  );
}

function Narrowing({ typed, isMember }: Omit<Props, "longest">) {
  const date = { type: "text", inputMode: "numeric", placeholder: "2026-05-17", maxLength: 10 } as const;
  return (
    <div className="search-fields">
      <Field id="from" label="Written by" hint="A handle, such as candy">
        {(wires) => <Input {...wires} name="from" defaultValue={typed.from} autoCapitalize="none" maxLength={60} />}
      </Field>
      <Field id="tag" label="About" hint="A tag of the post">
        {(wires) => <Input {...wires} name="tag" defaultValue={typed.tag} maxLength={80} dir="auto" />}
      </Field>
      <Field id="answers" label="Answers" hint="The address of an article elsewhere">
        {(wires) => <Input {...wires} name="answers" inputMode="url" defaultValue={typed.answers} maxLength={2000} />}
      </Field>
      <Field id="after" label="Since" hint="A year, a month or a day">
        {(wires) => <Input {...wires} {...date} name="after" defaultValue={typed.after} />}
      </Field>
      <Field id="before" label="Before" hint="A year, a month or a day">
        {(wires) => <Input {...wires} {...date} name="before" defaultValue={typed.before} />}
      </Field>
      <Field id="within" label="In">
        {(wires) => (
          <Select {...wires} name="within" defaultValue={typed.within || "everything"}>
            <option value="everything">Posts and comments</option>
            <option value="posts">Posts</option>
            <option value="comments">Comments</option>
          </Select>
        )}
      </Field>
      <Field id="order" label="Order">
        {(wires) => (
          <Select {...wires} name="order" defaultValue={typed.order || "best"}>
            <option value="best">Best first</option>
            <option value="newest">Newest first</option>
          </Select>
        )}
      </Field>
      {isMember && (
        <div>
          <Checkbox name="network" value="yes" label="By my network" defaultChecked={typed.network} />
          <Checkbox name="mine" value="yes" label="By me" defaultChecked={typed.mine} />
        </div>
      )}
    </div>
  );
}
