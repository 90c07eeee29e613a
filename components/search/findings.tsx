import { PersonLink } from "#/components/connections/person";
import { Badge } from "#/components/ui/badge";
import { Item } from "#/components/ui/item";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type Finding = Outputs["search"]["words"]["items"][number];

/** Plain text, in which the words that were looked for are marked. */
const Marked = ({ pieces }: { pieces: Finding["excerpt"] }) =>
  pieces.map(({ text, hit }, nth) => (hit ? <mark key={nth}>{text}</mark> : text));

/** What was found, each leading to its place with the words marked there. */
export function Findings({ items, start }: { items: readonly Finding[]; start?: number }) {
  return (
    <ol className="findings" start={start}>
      {items.map((item) => (
        <FindingItem key={item.id} item={item} />
      ))}
    </ol>
  );
}

function FindingItem({ item: { kind, href, post, author, at, excerpt, hidden, waiting } }: { item: Finding }) {
  const { name, handle } = author;
  return (
    <Item
      who={handle ? { name, handle } : undefined}
      head={
        <>
          {handle ? <PersonLink person={{ name, handle }} /> : <bdi>{name}</bdi>}
          {kind === "comment" ? " on " : " wrote "}
          <TextLink href={href}>
            <Marked pieces={post.title} />
            {post.title.length === 0 && "a post"}
          </TextLink>
        </>
      }
      facts={
        <p>
          {kind === "comment" ? "Comment" : "Post"} · <Time at={at} />
          {hidden && (
            <>
              {" "}
              <Badge tone="warning">hidden</Badge>
            </>
          )}
          {waiting && (
            <>
              {" "}
              <Badge tone="warning">waits for a moderator</Badge>
            </>
          )}
        </p>
      }
      quote={<Marked pieces={excerpt} />}
    />
  );
}
