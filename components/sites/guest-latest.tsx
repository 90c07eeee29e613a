import { ActForm, type Action } from "#/components/client/act-form";
import { Field } from "#/components/ui/field";
import { Select } from "#/components/ui/select";
import { Submit } from "#/components/ui/submit";
import type { Outputs } from "#/server/api/types";
import { problems } from "./my-site";

type Offered = NonNullable<Outputs["sites"]["guestToChoose"]>;

/** Which post of their own site stands under a guest's comment: a field of the form that confirms it. */
export const GuestChoice = ({ of: { host, items } }: { of: Offered }) =>
  items.length > 0 && (
    <Field id="latest" label="Your latest post" hint={`One line under your comment links it, on ${host}.`}>
      {(wires) => (
        <Select {...wires} name="latest" defaultValue={items[0]?.value}>
          <option value="none">none</option>
          {items.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );

/** Before anything is known of the site they named: what could stand there, and the button that looks. */
export function GuestLook({ of: { host, words, asked, problem, items }, look, token }: LookProps) {
  if (items.length > 0) return null;
  return (
    <ActForm action={look} className="form mt-8" label={`Look at ${host}`}>
      <h2 className="section-head">Your latest post</h2>
      <input type="hidden" name="token" value={token} />
      {asked ? (
        <p role="status">
          Nothing was found on {host}. {problem && (problems[problem] ?? "It could not be read.")} Your comment goes
          without it.
        </p>
      ) : (
        <p>
          If you like, a line under your comment says “{words}: …” and links something on {host}. You choose what, or
          nothing.
        </p>
      )}
      <p className="form-acts">
        <Submit variant="quiet" sending="Looking…">
          {asked ? "Look again" : `Look at ${host}`}
        </Submit>
      </p>
      {asked && <p className="field-hint">A site is asked at most every 15 minutes.</p>}
    </ActForm>
  );
}

type LookProps = { of: Offered; look: Action; token: string };
