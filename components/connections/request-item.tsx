import type { ReactNode } from "react";
import { Item } from "#/components/ui/item";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { type Person, PersonLink } from "./person";
import { SharedFacts } from "./shared-facts";
import { howInWords } from "./words";

export type WaitingRequest = Outputs["feed"]["waiting"]["items"][number];

type Props = { request: Omit<WaitingRequest, "expiresAt">; when: ReactNode; acts: ReactNode; choose?: boolean };

/** A request with what one needs to judge it: the note, how they know each other, whom both know, their last words. */
export function RequestItem({ request, when, acts, choose }: Props) {
  const { id, from, note, how, lastWords } = request;
  const head = (
    <>
      {choose && (
        <input
          type="checkbox"
          name="chosen"
          value={id}
          aria-label={`Choose the request of ${from.name}`}
          className="me-2 size-5 align-[-0.2em]"
        />
      )}
      <PersonLink person={from} /> asks to connect
    </>
  );
  return (
    <Item
      who={from}
      head={head}
      facts={
        <p>
          {when} They say you {howInWords[how]}.
        </p>
      }
      quote={note || undefined}
      acts={acts}
      id={`r-${id}`}
    >
      <div className="item-facts grid gap-2">
        <SharedFacts facts={request} />
        <LastWords words={lastWords} />
      </div>
    </Item>
  );
}

function LastWords({ words }: { words: WaitingRequest["lastWords"] }) {
  if (words.length === 0) return <p>They have not written a comment you may read yet.</p>;
  return (
    <>
      <p>What they wrote lately:</p>
      <ul className="grid gap-2">
        {words.map(({ href, title, excerpt, writtenAt }) => (
          <li key={href}>
            <TextLink href={href}>{title}</TextLink>, <Time at={writtenAt} />
            <p className="line-clamp-2" dir="auto">
              {excerpt}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

type AnswerProps = { id: string; person: Person; declined?: boolean };

/**
 * Accept and decline; the reasons are for the house only, and folded away. Each button carries the request and whose
 * it is, so that any number of them can stand in one form. What was declined can only be accepted.
 */
export function AnswerButtons({ id, person, declined = false }: AnswerProps) {
  const value = `${id} ${person.handle}`;
  return (
    <>
      <Submit
        small
        name="accept"
        value={value}
        aria-label={`${declined ? "Accept after all:" : "Accept"} the request of ${person.name}`}
      >
        {declined ? "Accept after all" : "Accept"}
      </Submit>
      {!declined && (
        <>
          <Submit
            small
            variant="quiet"
            name="decline"
            value={value}
            aria-label={`Decline the request of ${person.name}`}
          >
            Decline
          </Submit>
          <details className="item-facts self-center">
            <summary>Decline with a reason</summary>
            <p>Only the house keeps it; nobody is told.</p>
            <p className="form-acts my-2">
              {reasons.map(({ value: reason, words }) => (
                <Submit key={reason} small variant="quiet" name="decline" value={`${value} ${reason}`}>
                  {words}
                </Submit>
              ))}
            </p>
          </details>
        </>
      )}
    </>
  );
}

const reasons = [
  { value: "unknown", words: "I do not know them" },
  { value: "not-now", words: "Not now" },
  { value: "spam", words: "It is spam" },
] as const;
