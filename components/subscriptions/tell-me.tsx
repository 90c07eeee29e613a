import { type Action, ActForm } from "#/components/client/act-form";
import { Select } from "#/components/ui/select";
import { Submit } from "#/components/ui/submit";
import type { Outputs } from "#/server/api/types";
import { levels, standingWords } from "./words";

type Props = {
  of: Outputs["subscriptions"]["of"];
  postKey: string;
  /** For one branch: the comment at its top. */
  commentKey?: string | undefined;
  action: Action;
  /** Whether it was saved just now. */
  saved: boolean;
};

/** What one wants to be told of a thread, or of a comment and all below it. */
export function TellMe({ of: { chosen, otherwise }, postKey, commentKey, action, saved }: Props) {
  const what = commentKey ? "this comment and all below it" : "this conversation";
  return (
    <ActForm
      action={action}
      className="mt-8 flex flex-wrap items-center gap-3 text-small"
      label={`What you are told of ${what}`}
    >
      <input type="hidden" name="postKey" value={postKey} />
      {commentKey && <input type="hidden" name="commentKey" value={commentKey} />}
      <label className="field-label" htmlFor="tell-me">
        Of {what}, tell me
      </label>
      <Select id="tell-me" name="level" className="w-auto" defaultValue={chosen ?? "standard"}>
        <option value="standard">as usual: {standingWords[otherwise]}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {standingWords[level]}
          </option>
        ))}
      </Select>
      <Submit small variant="quiet" sending="Saving…">
        Save
      </Submit>
      {saved && <output>Saved.</output>}
    </ActForm>
  );
}
