import { type Action, ActForm } from "#/components/client/act-form";
import { Checkbox } from "#/components/ui/checkbox";
import { Field } from "#/components/ui/field";
import { Select } from "#/components/ui/select";
import { Submit } from "#/components/ui/submit";
import type { Outputs } from "#/server/api/types";
import { levels, standingWords } from "./words";

type Wishes = Outputs["subscriptions"]["wishes"];

const Level = ({ name, label, value }: { name: "ownPosts" | "whereIWrite"; label: string; value: string }) => (
  <Field id={name} label={label}>
    {(wires) => (
      <Select {...wires} name={name} defaultValue={value}>
        {levels.map((level) => (
          <option key={level} value={level}>
            {standingWords[level]}
          </option>
        ))}
      </Select>
    )}
  </Field>
);

/** What holds for conversations one chooses nothing for. */
export const WishesForm = ({ wishes, mail, action }: { wishes: Wishes; mail: string | null; action: Action }) => (
  <ActForm action={action} className="form" label="What you are told of">
    <Level name="ownPosts" label="Under your own posts, you are told of" value={wishes.ownPosts} />
    <Level name="whereIWrite" label="Where you write a comment, you are told of" value={wishes.whereIWrite} />
    <Checkbox
      name="byMail"
      value="yes"
      defaultChecked={wishes.byMail}
      label="Also by mail"
      hint={
        mail
          ? `To ${mail}: one letter about a conversation, and what follows gathered in the next.`
          : "Letters come once you have a proven mail address."
      }
    />
    <div className="form-acts">
      <Submit variant="quiet" sending="Saving…">
        Save
      </Submit>
    </div>
  </ActForm>
);
