import type { Outputs } from "#/server/api/types";
import { type Action, ActForm } from "../client/act-form";
import { Notice } from "../ui/notice";
import { Submit } from "../ui/submit";
import { TextLink } from "../ui/text-link";
import { Forgets } from "./forgets";

type Props = {
  draft: NonNullable<Outputs["drafts"]["at"]>;
  action: Action;
  /** What they would have answered. */
  postKey: string;
  parentKey?: string;
};

/** So much of the words, in characters, stands there to know them by; all of them are among the drafts. */
const shown = 600;

/** Where somebody began to write and cannot send it any more: their words, and the way on for them. */
export const KeptHere = ({ draft: { place, words, form }, action, postKey, parentKey }: Props) => (
  <ActForm action={action} className="form mb-6" label="What you began here">
    <Notice title="You began to write here.">
      It was not sent, and cannot be sent here any more. Your words are kept among{" "}
      <TextLink href="/drafts">your drafts</TextLink>:
    </Notice>
    <blockquote className="item-quote whitespace-pre-line" dir="auto">
      {words.source.length > shown ? `${words.source.slice(0, shown)}…` : words.source}
    </blockquote>
    <Forgets place={place} source={words.source} />
    <input type="hidden" name="postKey" value={postKey} />
    {parentKey && <input type="hidden" name="parentKey" value={parentKey} />}
    <input type="hidden" name="source" value={words.source} />
    <input type="hidden" name="once" value={form} />
    <div className="form-acts">
      <Submit name="intent" value="post" sending="Making it…">
        Make it a post of its own
      </Submit>
    </div>
  </ActForm>
);
