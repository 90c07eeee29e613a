import { notFound } from "next/navigation";
import { asked, cursorOf, olderOf, type Search } from "#/app/(tending)/asked";
import { api } from "#/app/api";
import { found, listed } from "#/app/found";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { WriterLink } from "#/components/moderation/writer";
import { ReactForm } from "#/components/reactions/react-form";
import { Who } from "#/components/reactions/who";
import { countsInWords } from "#/components/reactions/words";
import { sentenceOf } from "#/components/refusals";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import type { Inputs, Outputs } from "#/server/api/types";
import { react } from "./actions";

type Thing = Inputs["reactions"]["toReact"]["thing"];
type Asked = Outputs["reactions"]["toReact"];

/** The page behind "React": three buttons for everybody else, who pressed them for whoever wrote it. */
export async function Reacting({ thing, here, search }: { thing: Thing; here: string; search: Search }) {
  await signedIn(here);
  const it = await found((await api()).reactions.toReact({ thing }));
  if (!it.on) return notFound();
  return <Frame>{it.can.who ? <Received it={it} thing={thing} here={here} search={search} /> : <Ask it={it} />}</Frame>;
}

const Words = ({ it: { kind, writer, post, href, words, can } }: { it: Asked }) => (
  <>
    <p>
      {can.who ? "You" : <WriterLink who={writer} />} {kind === "comment" ? "wrote on" : "wrote"}{" "}
      <TextLink href={href}>{post.title}</TextLink>:
    </p>
    <blockquote className="item-quote mb-6" dir="auto">
      {words}
    </blockquote>
  </>
);

/** From when on everybody sees how many: ", an hour after it was written". */
function after({ alone }: Asked): string {
  if (alone === 0) return "";
  const long = alone === 60 ? "an hour" : alone % 60 === 0 ? `${alone / 60} hours` : `${alone} minutes`;
  return `, ${long} after it was written`;
}

function Ask({ it }: { it: Asked }) {
  const { kind, counts, mine, href, can, refused } = it;
  const many = countsInWords(counts);
  return (
    <>
      <PageHead title={`React to this ${kind}`}>
        Whoever wrote it sees that it was you. Everybody else sees only how many{after(it)}.
      </PageHead>
      <Words it={it} />
      {many && <p className="mb-4 text-small text-soft">{many}</p>}
      {can.react ? (
        <ReactForm action={react} thing={it} mine={mine} back={href} />
      ) : (
        <>
          <Notice>{refused && sentenceOf(refused)}</Notice>
          <p className="form-acts">
            <ButtonLink href={href}>To the {kind}</ButtonLink>
          </p>
        </>
      )}
    </>
  );
}

type ReceivedProps = { it: Asked; thing: Thing; here: string; search: Search };

async function Received({ it, thing, here, search }: ReceivedProps) {
  const one = await asked(search);
  const of = await listed((await api()).reactions.who({ thing, ...cursorOf(one), limit: 50 }));
  const back = <ButtonLink href={it.href}>To your {it.kind}</ButtonLink>;
  if ("refused" in of) {
    return (
      <Refused
        level={1}
        title="This list cannot go on from there"
        next={<ButtonLink href={here}>To its top</ButtonLink>}
      >
        <p>{of.refused}</p>
      </Refused>
    );
  }
  const { items, next } = of.list;
  const further = one("cursor") !== "";
  return (
    <>
      <PageHead title={`How your ${it.kind} was received`}>
        Only you see who it was. Everybody else sees how many{after(it)}.
      </PageHead>
      <Words it={it} />
      {items.length > 0 || further ? (
        <>
          <p className="mb-4 text-small text-soft">{countsInWords(it.counts)}</p>
          <Who items={items} />
          {(next || further) && (
            <Pager
              of="Reactions"
              newer={further ? here : undefined}
              older={olderOf(here, next)}
              end="That was the first."
            />
          )}
          <p className="form-acts mt-6">{back}</p>
        </>
      ) : (
        <EmptyState title="Nobody has reacted yet" next={back}>
          <p>Those who read it can say thanks, that they agree, or that it made them think.</p>
        </EmptyState>
      )}
    </>
  );
}
