import { type Case, CaseItem } from "#/components/moderation/case";
import { JudgeButtons } from "#/components/moderation/judge-buttons";
import { ButtonLink } from "#/components/ui/button";
import { judge } from "./actions";
import { pageOf } from "./things";

/** What waits for a moderator, each with what can be done about it. */
export function Cases({ items, here }: { items: readonly Case[]; here: string }) {
  return (
    <ul>
      {items.map((it) => (
        <CaseItem
          key={it.key}
          it={it}
          acts={
            <>
              {it.can.hide && (
                <ButtonLink small variant="danger" href={`${addressOf(it)}?${new URLSearchParams({ from: here })}`}>
                  Hide it
                  <span className="sr-only">
                    {" "}
                    (the {it.kind} by {it.author.name})
                  </span>
                </ButtonLink>
              )}
              <JudgeButtons action={judge} thing={it} may={it.can} here={here} whose={it.author.name} />
            </>
          }
        />
      ))}
    </ul>
  );
}

const addressOf = ({ kind, key }: Case) => pageOf(kind === "comment" ? { comment: key } : { post: key });
