import { ActForm, type Action } from "#/components/client/act-form";
import { Badge } from "#/components/ui/badge";
import { Item } from "#/components/ui/item";
import { Submit } from "#/components/ui/submit";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { PersonLink } from "./person";
import { howInWords } from "./words";

type Sent = Outputs["connections"]["sent"]["items"][number];

/** What the viewer asked: waiting or accepted, and the waiting can be taken back. */
export function SentList({ requests, withdraw }: { requests: readonly Sent[]; withdraw: Action }) {
  return (
    <ActForm action={withdraw} label="Sent requests">
      <ul>
        {requests.map((request) => (
          <SentItem key={request.id} request={request} />
        ))}
      </ul>
    </ActForm>
  );
}

function SentItem({ request: { id, to, note, how, sentAt, state, expiresAt } }: { request: Sent }) {
  const head = (
    <>
      <PersonLink person={to} /> {state === "accepted" ? <Badge tone="accent">accepted</Badge> : <Badge>pending</Badge>}
    </>
  );
  const facts = (
    <p>
      Asked <Time at={sentAt} />. You say you {howInWords[how]}.
      {expiresAt && (
        <>
          {" "}
          Open until <Time at={expiresAt} how="date" />.
        </>
      )}
    </p>
  );
  const acts = state === "pending" && (
    <Submit
      small
      variant="quiet"
      name="withdraw"
      value={`${id} ${to.handle}`}
      aria-label={`Withdraw the request to ${to.name}`}
    >
      Withdraw
    </Submit>
  );
  return <Item who={to} head={head} facts={facts} quote={note || undefined} acts={acts} id={`r-${id}`} />;
}
