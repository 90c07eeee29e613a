import { ActForm, type Action } from "#/components/client/act-form";
import { Submit } from "#/components/ui/submit";
import { Time } from "#/components/ui/time";
import { AnswerButtons, RequestItem, type WaitingRequest } from "./request-item";

type Props = { requests: readonly WaitingRequest[]; answer: Action; bulk?: boolean; here: string };

/**
 * The requests that wait, in one form: each can be answered by itself, or several chosen ones with one press.
 * `here` is where the answer arrives again.
 */
export function RequestList({ requests, answer, bulk = false, here }: Props) {
  return (
    <ActForm action={answer} label="Waiting requests">
      <input type="hidden" name="here" value={here} />
      {/* Enter in a checkbox would press the form's first button; this one does nothing. */}
      <button type="submit" disabled hidden aria-hidden="true" />
      {bulk && requests.length > 1 && <ChosenButtons />}
      <ul>
        {requests.map((request) => (
          <RequestItem
            key={request.id}
            request={request}
            choose={bulk && requests.length > 1}
            when={
              <>
                Asked <Time at={request.sentAt} />; open until <Time at={request.expiresAt} how="date" />.
              </>
            }
            acts={<AnswerButtons id={request.id} person={request.from} />}
          />
        ))}
      </ul>
    </ActForm>
  );
}

function ChosenButtons() {
  return (
    <p className="form-acts mb-4 items-center">
      <span className="item-facts">Choose several:</span>
      <Submit small variant="quiet" name="all" value="accept">
        Accept the chosen
      </Submit>
      <Submit small variant="quiet" name="all" value="decline">
        Decline the chosen
      </Submit>
    </p>
  );
}
