import clsx from "clsx";
import type { ReactNode } from "react";
import { Avatar } from "./avatar";

type ItemProps = {
  who?: { name: string; handle: string } | undefined;
  /** The line that says what this is, with its links. */
  head: ReactNode;
  /** Quiet facts under it: when, how many, how they know each other. */
  facts?: ReactNode;
  /** Somebody's own words: a note, the comment that was reported. */
  quote?: ReactNode;
  children?: ReactNode;
  /** Buttons and forms, the first act first. */
  acts?: ReactNode;
  unread?: boolean | undefined;
  id?: string | undefined;
};

/** One thing in a list that wants to be judged or answered: a request, a report, a notification, a member. */
export function Item({ who, head, facts, quote, children, acts, unread, id }: ItemProps) {
  return (
    <li className={clsx("item", unread && "item--unread")} id={id}>
      {who && <Avatar {...who} />}
      <div className="item-head">{head}</div>
      {facts && <div className="item-facts">{facts}</div>}
      {quote && (
        <blockquote className="item-quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {children}
      {acts && <div className="item-acts">{acts}</div>}
    </li>
  );
}
