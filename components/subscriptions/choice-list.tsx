import { type Action, ActForm } from "#/components/client/act-form";
import { Item } from "#/components/ui/item";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { standingWords } from "./words";

type Choice = Outputs["subscriptions"]["list"]["items"][number];

/** The conversations one chose something for, each with a way to go back to the usual. */
export const ChoiceList = ({ choices, action }: { choices: readonly Choice[]; action: Action }) => (
  <ul>
    {choices.map(({ id, level, title, excerpt, href, changedAt, postKey, commentKey }) => (
      <Item
        key={id}
        head={
          <>
            <b>{standingWords[level]}</b> of {commentKey ? "a branch of " : ""}
            <TextLink href={href}>{title || "A post without a title"}</TextLink>
          </>
        }
        facts={<Time at={changedAt} />}
        quote={excerpt ?? undefined}
        acts={
          <ActForm action={action} label={`As usual again: ${title}`}>
            <input type="hidden" name="postKey" value={postKey} />
            {commentKey && <input type="hidden" name="commentKey" value={commentKey} />}
            <input type="hidden" name="level" value="standard" />
            <input type="hidden" name="was" value={level} />
            <Submit small variant="quiet" sending="Changing it…">
              As usual again
            </Submit>
          </ActForm>
        }
      />
    ))}
  </ul>
);
