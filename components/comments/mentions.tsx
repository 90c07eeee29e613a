import type { Outputs } from "#/server/api/types";
import { Badge } from "../ui/badge";
import { Pager } from "../ui/pager";
import { TextLink } from "../ui/text-link";
import { Time } from "../ui/time";

type Page = Outputs["comments"]["mentions"];

type MentionsProps = Page & {
  /** The address of the post; a cursor is put behind it. */
  at: string;
  further: boolean;
};

/** Pages elsewhere that mention a post, apart from what people say about it here. */
export function Mentions({ items, next, at, further }: MentionsProps) {
  if (items.length === 0 && !further) return null;
  return (
    <section aria-labelledby="mentions">
      <h2 className="section-head" id="mentions">
        Mentioned elsewhere
      </h2>
      <ul className="mentions">
        {items.map((mention) => (
          <Mention key={mention.id} mention={mention} />
        ))}
      </ul>
      {(next || further) && (
        <Pager
          of="Mentions"
          newer={further ? `${at}#mentions` : undefined}
          older={next ? `${at}?mentions=${next}#mentions` : undefined}
          end="That was the first one."
        />
      )}
    </section>
  );
}

/** Who mentions it, leading there; and when, leading to its own address here. */
function Mention({ mention: { name, site, href, writtenAt, hidden } }: { mention: Page["items"][number] }) {
  const url = site ? URL.parse(site) : null;
  const there = url && /^https?:$/.test(url.protocol) ? url : null;
  return (
    <li>
      {there ? (
        <TextLink href={there.href} rel="ugc nofollow noopener">
          <bdi>{name}</bdi>
        </TextLink>
      ) : (
        <bdi>{name}</bdi>
      )}
      <span className="mentions-where">
        {there && `${there.host.replace(/^www\./, "")} · `}
        <a href={href}>
          <Time at={writtenAt} how="date" />
        </a>{" "}
        {hidden && <Badge tone="warning">Hidden</Badge>}
      </span>
    </li>
  );
}
