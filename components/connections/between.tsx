import { ActForm, type Action } from "#/components/client/act-form";
import { sentenceOf } from "#/components/refusals";
import { Notice } from "#/components/ui/notice";
import { Submit } from "#/components/ui/submit";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { ConnectForm } from "./connect-form";
import { LimitsNote } from "./limits-note";
import { AnswerButtons } from "./request-item";
import { SharedFacts } from "./shared-facts";
import { counted, howInWords } from "./words";

type Asking = Outputs["connections"]["beforeAsking"];
type Props = { asking: Asking; acts: { ask: Action; answer: Action; withdraw: Action }; here: string };

/** How things stand between the viewer and a member, and the one next thing to do about it. */
export function Between({ asking, acts, here }: Props) {
  const { shared } = asking;
  return (
    <>
      {shared && (
        <div className="item-facts mb-6 grid gap-2">
          <SharedFacts facts={shared} />
          <p>
            <bdi>{asking.member.name}</bdi> has {counted(shared.network, "connection")}.
          </p>
        </div>
      )}
      <Next asking={asking} acts={acts} here={here} />
    </>
  );
}

function Next({ asking, acts, here }: Props) {
  const { state, member } = asking;
  switch (state.is) {
    case "none":
      return <Ask asking={asking} ask={acts.ask} />;
    case "cannot":
      return <Notice tone="warning">{sentenceOf(state.because, state.particulars)}</Notice>;
    case "requested":
      return <Withdraw state={state} handle={member.handle} withdraw={acts.withdraw} here={here} />;
    case "asked-you":
      return <Answer asking={asking} state={state} answer={acts.answer} here={here} />;
    case "connected":
      return (
        <p>
          You are connected since <Time at={state.since} how="date" />. You {howInWords[state.how]}.
        </p>
      );
    case "blocked-by-me":
      return <p>You blocked this member, so neither of you finds the other. They are not told.</p>;
    default:
      return null;
  }
}

function Ask({ asking: { member, rule, note, limits, shared }, ask }: { asking: Asking; ask: Action }) {
  return (
    <>
      {rule && <Notice title="House rule:">{rule}</Notice>}
      <div className="my-6">
        <ConnectForm
          action={ask}
          to={member}
          least={note.needed ? note.least : 0}
          most={note.most}
          likely={shared && shared.threads.count > 0 ? "thread" : undefined}
        />
      </div>
      <LimitsNote limits={limits} />
    </>
  );
}

type State<Is> = Extract<Asking["state"], { is: Is }>;

function Withdraw({
  state,
  handle,
  withdraw,
  here,
}: {
  state: State<"requested">;
  handle: string;
  withdraw: Action;
  here: string;
}) {
  return (
    <ActForm action={withdraw} label="Withdraw the request">
      <p className="mb-4">
        You asked <Time at={state.sentAt} />. If nobody answers, the request ends on{" "}
        <Time at={state.expiresAt} how="date" />.
      </p>
      <input type="hidden" name="here" value={here} />
      <Submit variant="quiet" name="withdraw" value={`${state.requestId} ${handle}`}>
        Withdraw the request
      </Submit>
    </ActForm>
  );
}

type AnswerProps = { asking: Asking; state: State<"asked-you">; answer: Action; here: string };

function Answer({ asking: { member }, state, answer, here }: AnswerProps) {
  return (
    <ActForm action={answer} label="Answer the request">
      <input type="hidden" name="here" value={here} />
      <p>
        <bdi>{member.name}</bdi> asked you <Time at={state.sentAt} />
        {state.declined ? ", and you declined; they were not told." : "."} They say you {howInWords[state.how]}.
      </p>
      {state.note && (
        <blockquote className="item-quote" dir="auto">
          {state.note}
        </blockquote>
      )}
      <div className="item-acts">
        <AnswerButtons id={state.requestId} person={member} declined={state.declined} />
      </div>
    </ActForm>
  );
}
