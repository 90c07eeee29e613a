import { useAnswer } from "../client/act-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Submit } from "../ui/submit";

/** Whether a visitor may comment without an account, and whether a moderator looks first at what somebody new says. */
export type AsGuest = false | "held" | "shown";

const fields = [
  { name: "name", label: "Your name", type: "text", autoComplete: "name" },
  { name: "mail", label: "Mail address", type: "email", autoComplete: "email" },
  { name: "site", label: "Your site", type: "url", autoComplete: "url" },
] as const;

/** The other way to say something: without a place here, by a name and an address that answers. */
export function GuestFields({ id, held }: { id: string; held: boolean }) {
  const { answer } = useAnswer();
  const isAsked = fields.some(({ name }) => answer?.problems[name] || answer?.typed[name]);
  return (
    <details className="guest" open={isAsked}>
      <summary>Comment without an account</summary>
      {fields.map(({ name, label, type, autoComplete }) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          label={label}
          optional={name === "site"}
          error={answer?.problems[name]}
          hint={name === "mail" && "Never shown. A letter goes there, and a link in it confirms your comment."}
        >
          {(wires) => (
            <Input
              {...wires}
              name={name}
              type={type}
              autoComplete={autoComplete}
              defaultValue={answer?.typed[name] ?? ""}
            />
          )}
        </Field>
      ))}
      {held && <p className="field-hint">The first comment of every guest waits until a moderator has read it.</p>}
      <div hidden>
        <input name="trap" tabIndex={-1} autoComplete="off" aria-label="Leave this empty" />
      </div>
      <Submit name="intent" value="guest" variant="quiet" sending="Sending…">
        Send as a guest
      </Submit>
    </details>
  );
}
