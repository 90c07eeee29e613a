import type { ReactNode } from "react";
import { Badge } from "#/components/ui/badge";
import { Item } from "#/components/ui/item";
import { Prose } from "#/components/ui/prose";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { CaseActs } from "./case-acts";
import { CaseReports } from "./case-reports";
import { counted } from "./words";
import { WriterLink } from "./writer";

export type Case = Outputs["moderation"]["queue"]["items"][number];

type Props = { it: Case; acts?: ReactNode; whole?: boolean };

const audiences: Record<string, string> = {
  members: "for members",
  connections: "for connections",
  me: "for nobody else",
};

/** What was reported or held, in its place: the words, what they answer, who called a moderator, what was done before. */
export function CaseItem({ it, acts, whole = false }: Props) {
  const { author, post, kind } = it;
  return (
    <Item
      id={`${kind}-${it.key}`}
      {...(author.handle && { who: { name: author.name, handle: author.handle } })}
      head={
        <>
          {kind === "comment" ? "A comment" : "A post"} by <WriterLink who={author} />
          {kind === "comment" ? " on " : ": "}
          <TextLink href={post.href}>{post.title}</TextLink>
        </>
      }
      facts={
        <p className="form-acts">
          <TextLink href={it.href}>
            <Time at={it.writtenAt} />
          </TextLink>
          <Marks it={it} />
        </p>
      }
      acts={acts}
    >
      <Place it={it} />
      {it.parent && (
        <p className="item-facts">
          In answer to <bdi>{it.parent.author.name}</bdi>: <span dir="auto">{it.parent.words}</span>
        </p>
      )}
      <Words it={it} whole={whole} />
      <CaseReports reports={it.reports} />
      <CaseActs acts={it.acts} />
    </Item>
  );
}

/** The words: whole on a page of their own; in a list their beginning, and the whole folded away. */
function Words({ it, whole }: { it: Case; whole: boolean }) {
  if (whole) return <Prose html={it.html} className="item-quote" />;
  return (
    <>
      <blockquote className="item-quote" dir="auto">
        {it.words || "No words: a picture, or nothing at all."}
      </blockquote>
      {it.words.endsWith("…") && (
        <p className="item-facts">
          <TextLink href={`/${it.kind === "comment" ? "c" : "p"}/${it.key}/hide`}>Read it whole</TextLink>
        </p>
      )}
    </>
  );
}

function Marks({ it: { reports, hidden, state, apart, post } }: { it: Case }) {
  const open = reports.filter(({ answer }) => answer === null).length;
  return (
    <>
      {open > 0 && <Badge tone="warning">{counted(open, "report")}</Badge>}
      {hidden && <Badge tone="warning">hidden</Badge>}
      {state !== "shown" && <Badge>{state === "held" ? "held" : "left out"}</Badge>}
      {post.audience !== "everyone" && <Badge>{audiences[post.audience]}</Badge>}
      {apart && <Badge>one of you blocked the other</Badge>}
    </>
  );
}

/** Where the moderator is not among the readers, the page says so: what is read here is not to be carried on. */
function Place({ it: { readable, reports, kind } }: { it: Case }) {
  if (readable || reports.length === 0) return null;
  return (
    <p className="item-facts">
      You can read these words only here, because somebody called a moderator. This {kind} is not open to you elsewhere;
      please keep what it says to yourself.
    </p>
  );
}
