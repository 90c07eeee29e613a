import { ActForm, type Action } from "#/components/client/act-form";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { AnswerButtons, RequestItem } from "./request-item";

type Declined = Outputs["feed"]["declined"]["items"][number];

/** Requests the viewer declined, each of which can still be accepted. */
export function DeclinedList({ requests, answer }: { requests: readonly Declined[]; answer: Action }) {
  return (
    <ActForm action={answer} label="Declined requests">
      <input type="hidden" name="here" value="/requests/declined" />
      <ul>
        {requests.map((request) => (
          <RequestItem
            key={request.id}
            request={request}
            when={
              <>
                You declined <Time at={request.declinedAt} />; they were not told. You can accept until{" "}
                <Time at={request.keptUntil} how="date" />.
              </>
            }
            acts={<AnswerButtons id={request.id} person={request.from} declined />}
          />
        ))}
      </ul>
    </ActForm>
  );
}
