import type { Outputs } from "#/server/api/types";
import { ButtonLink } from "../ui/button";
import { Item } from "../ui/item";
import { Time } from "../ui/time";

type List = Outputs["drafts"]["list"];
type One = List["items"][number];

/** What somebody has typed into a form and not sent, on whatever device, the latest first. */
export function Unsent({ items }: { items: List["items"] }) {
  return (
    <section aria-labelledby="unsent" className="mb-10">
      <h2 className="section-head" id="unsent">
        Not sent yet
      </h2>
      <ol>
        {items.map((one) => (
          <Item
            key={one.id}
            head={<a href={one.href}>{nameOf(one)}</a>}
            facts={
              <>
                kept <Time at={one.savedAt} />
              </>
            }
            quote={one.line}
            acts={
              <>
                <ButtonLink small variant="primary" href={one.href}>
                  Go on
                </ButtonLink>
                <ButtonLink small href={`/drafts/${one.id}`}>
                  Read or delete
                </ButtonLink>
              </>
            }
          />
        ))}
      </ol>
    </section>
  );
}

/** What it is, in words; a post that is not to be read any more has no name. */
export function nameOf({ kind, isReply, title, post }: Pick<One, "kind" | "isReply" | "title" | "post">): string {
  const on = post ? `“${post.title}”` : "a post that is not there for you any more";
  switch (kind) {
    case "new-post":
      return title || "A post without a title";
    case "changed-post":
      return `Changes to ${on}`;
    case "changed-comment":
      return `Changes to your comment on ${on}`;
    case "continued-comment":
      return `The next part of your comment on ${on}`;
    case "comment":
      return `${isReply ? "A reply" : "A comment"} on ${on}`;
  }
}
