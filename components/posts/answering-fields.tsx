import { ChoiceGroup, type Option } from "../ui/choice-group";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

const answers: readonly Option[] = [
  { value: "open", label: "Everybody", hint: "Every member, and guests where the site lets guests comment." },
  { value: "members", label: "Members", hint: "Whoever has a place here." },
  { value: "connections", label: "My network", hint: "Only people I am connected with." },
  { value: "closed", label: "Nobody", hint: "What was said before stays and can be read." },
];

const offered = [7, 14, 30, 90, 365];

type Props = {
  comments: string | undefined;
  /** The post's own days, as text; empty for as the site has it. */
  closeDays: string;
  /** The days of the site; 0 for never. */
  siteDays: number;
};

/** Who may answer a post, and for how long. */
export function AnsweringFields({ comments, closeDays, siteDays }: Props) {
  const days = [...new Set([...offered, Number(closeDays) || 14])].sort((one, other) => one - other);
  return (
    <>
      <ChoiceGroup name="comments" legend="Who can comment" options={answers} defaultValue={comments} />
      <Field id="closeDays" label="Comments close by themselves" hint="What was said can still be read after that.">
        {(wires) => (
          <Select {...wires} name="closeDays" defaultValue={closeDays} key={closeDays}>
            <option value="">As on this site: {siteDays > 0 ? `after ${siteDays} days` : "never"}</option>
            <option value="0">Never</option>
            {days.map((many) => (
              <option key={many} value={many}>
                {many} days after publishing
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
