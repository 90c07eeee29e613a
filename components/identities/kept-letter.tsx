import { Item } from "#/components/ui/item";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type Letter = Outputs["identities"]["mails"]["items"][number];

/** How far a letter got, in words. */
function fate({ sentAt, failedAt, failure, tries }: Letter, mailIsSent: boolean) {
  if (sentAt)
    return (
      <>
        sent <Time at={sentAt} />
      </>
    );
  if (failedAt)
    return (
      <>
        given up after {tries} tries: {failure}
      </>
    );
  if (failure) return <>will be tried again: {failure}</>;
  return mailIsSent ? "waiting to be sent" : "kept here";
}

/** A letter as plain text, with its addresses as links. */
export function KeptLetter({ letter, mailIsSent }: { letter: Letter; mailIsSent: boolean }) {
  return (
    <Item
      id={letter.id}
      head={
        <>
          <b>{letter.subject}</b> to {letter.to}
        </>
      }
      facts={
        <>
          <Time at={letter.madeAt} /> · {fate(letter, mailIsSent)}
        </>
      }
    >
      <div className="whitespace-pre-wrap">
        {letter.text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
          index % 2 === 1 ? (
            <TextLink key={`${letter.id}-${part}`} href={part}>
              {part}
            </TextLink>
          ) : (
            part
          ),
        )}
      </div>
    </Item>
  );
}
