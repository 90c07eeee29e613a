import type { ReactNode } from "react";
import { PersonLink } from "#/components/connections/person";
import { Item } from "#/components/ui/item";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type FeedItem = Outputs["feed"]["items"]["items"][number];

/** What a network wrote and whom it met, newest first. */
export function FeedList({ items }: { items: readonly FeedItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <FeedEntry key={`${item.kind}-${item.id}`} item={item} />
      ))}
    </ul>
  );
}

function FeedEntry({ item }: { item: FeedItem }) {
  switch (item.kind) {
    case "post":
      return (
        <Entry item={item} who={item.author} words={item.excerpt} href={item.href}>
          <PersonLink person={item.author} /> wrote <TextLink href={item.href}>{item.title || "a post"}</TextLink>
        </Entry>
      );
    case "comment":
      return (
        <Entry item={item} who={item.author} words={item.excerpt} href={item.href}>
          <PersonLink person={item.author} /> on{" "}
          <TextLink href={item.post.href}>{item.post.title || "a post"}</TextLink>
        </Entry>
      );
    case "connection":
      return (
        <Entry item={item} who={item.one}>
          {item.withYou ? (
            <>
              <PersonLink person={item.one} /> and you connected
            </>
          ) : (
            <>
              <PersonLink person={item.one} /> connected with <PersonLink person={item.other} />
            </>
          )}
        </Entry>
      );
  }
}

type EntryProps = {
  item: FeedItem;
  who: { name: string; handle: string };
  words?: string;
  href?: string;
  children: ReactNode;
};

function Entry({ item, who, words, href, children }: EntryProps) {
  return (
    <Item
      who={who}
      head={children}
      facts={
        <p>
          {href ? (
            <TextLink href={href}>
              <Time at={item.at} />
            </TextLink>
          ) : (
            <Time at={item.at} />
          )}
        </p>
      }
      quote={words || undefined}
    />
  );
}
