import type { ReactNode } from "react";
import { WriterLink } from "#/components/moderation/writer";
import { Item } from "#/components/ui/item";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

export type Told = Outputs["notifications"]["list"]["items"][number];

/** One thing a member was told: who did what and where, with the words as they may be read now. */
export function ToldItem({ told, acts }: { told: Told; acts?: ReactNode }) {
  const { id, actor, at, unread, excerpt, decided } = told;
  return (
    <Item
      id={`n-${id}`}
      {...(actor && { who: actor })}
      unread={unread}
      head={
        <>
          {unread && <span className="sr-only">New: </span>}
          <Sentence told={told} />
        </>
      }
      facts={
        <p>
          <Time at={at} />
        </p>
      }
      quote={excerpt || undefined}
      acts={acts}
    >
      {decided && <Decision decided={decided} kind={told.kind} />}
    </Item>
  );
}

function Sentence({ told }: { told: Told }) {
  const { kind, actor, about } = told;
  switch (kind) {
    case "comment":
      return (
        <>
          <WriterLink who={actor} /> <Way told={told}>commented</Way> on your post <On told={told} />
        </>
      );
    case "reply":
      return (
        <>
          <WriterLink who={actor} /> <Way told={told}>answered you</Way> on <On told={told} />
        </>
      );
    case "followed":
      return (
        <>
          <WriterLink who={actor} /> <Way told={told}>commented</Way> on <On told={told} />, which you follow
        </>
      );
    case "mention":
      return (
        <>
          <WriterLink who={actor} /> <Way told={told}>named you</Way> {about === "post" ? "in" : "on"}{" "}
          <On told={told} />
        </>
      );
    case "request":
      return (
        <>
          <WriterLink who={actor} /> <Way told={told}>asks to connect with you</Way>
        </>
      );
    case "accepted":
      return (
        <>
          <WriterLink who={actor} /> accepted: <Way told={told}>you are connected now</Way>
        </>
      );
    case "hidden":
      return (
        <>
          A moderator hid <Way told={told}>your {about}</Way> <At told={told} />
        </>
      );
    case "unhidden":
      return (
        <>
          <Way told={told}>Your {about}</Way> <At told={told} /> is back in its place
        </>
      );
    case "report-answered":
      return <Answered told={told} />;
  }
}

/** What became of one's report. Words that were hidden are not repeated here. */
function Answered({ told }: { told: Told }) {
  const { about, answer, isBack } = told;
  if (answer === "hidden" && isBack) {
    return (
      <>
        Thank you: <Way told={told}>the {about} you reported</Way> <At told={told} /> was hidden, and a moderator has
        unhidden it since
      </>
    );
  }
  return answer === "hidden" ? (
    <>
      Thank you: the {about} you reported <At told={told} /> was hidden
    </>
  ) : (
    <>
      The moderators looked at <Way told={told}>the {about} you reported</Way> <At told={told} /> and left it as it is
    </>
  );
}

function Way({ told: { href }, children }: { told: Told; children: ReactNode }) {
  return href ? <TextLink href={href}>{children}</TextLink> : <>{children}</>;
}

const On = ({ told: { post } }: { told: Told }) => (post ? <a href={post.href}>{post.title}</a> : <>a post</>);

const At = ({ told: { post, about } }: { told: Told }) =>
  post ? (
    <>
      {about === "comment" ? "on " : ""}
      <a href={post.href}>{post.title}</a>
    </>
  ) : null;

/** Under which rule, why, in what role somebody decided, and what can be done about it. */
function Decision({ decided: { rule, reason, role }, kind }: { decided: NonNullable<Told["decided"]>; kind: string }) {
  return (
    <div className="item-facts">
      <p>
        {kind === "unhidden" ? "It had been hidden" : "Hidden"} under “{rule}” by{" "}
        {role === "owner" ? "the owner" : "a moderator"} of this site.
      </p>
      {reason && <p dir="auto">{reason}</p>}
      {kind === "hidden" && (
        <p>You and the moderators still see your words. You may edit them, and what was hidden can be shown again.</p>
      )}
    </div>
  );
}
