import { type Action, ActForm } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { Item } from "#/components/ui/item";
import { Submit } from "#/components/ui/submit";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type Session = Outputs["identities"]["sessions"][number];

/** Where one is signed in, each with a way to end it. */
export function Sessions({ sessions, end, endOthers }: { sessions: Session[]; end: Action; endOthers: Action }) {
  return (
    <>
      <ul>
        {sessions.map((session, place) => (
          <Item
            key={session.id}
            head={<b>{session.agent}</b>}
            facts={
              <>
                {session.isThis ? (
                  "This one"
                ) : (
                  <>
                    Last seen <Time at={session.seenAt} />
                  </>
                )}{" "}
                · signed in <Time at={session.madeAt} />
              </>
            }
            acts={
              !session.isThis && (
                <ActForm action={end} label={`End session ${place + 1}, ${session.agent}`}>
                  <input type="hidden" name="session" value={session.id} />
                  <Submit small variant="quiet" sending="Ending…">
                    End
                  </Submit>
                </ActForm>
              )
            }
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActForm action={endOthers} label="End all other sessions">
          <Submit variant="danger" sending="Ending…">
            End all others
          </Submit>
        </ActForm>
      )}
    </>
  );
}

type Ways = Outputs["identities"]["myWaysIn"];

/** Accounts elsewhere by which one can come in. */
export function Accounts({ ways, remove }: { ways: Ways; remove: Action }) {
  return (
    <>
      {ways.accounts.length > 0 && (
        <ul>
          {ways.accounts.map(({ id, madeAt }) => (
            <Item
              key={id}
              head={<b>{ways.provider ?? "An account elsewhere"}</b>}
              facts={
                <>
                  Since <Time at={madeAt} how="date" />
                </>
              }
              acts={
                <ActForm action={remove} label="Untie this account">
                  <input type="hidden" name="account" value={id} />
                  <Submit small variant="quiet" sending="Untying…">
                    Untie
                  </Submit>
                </ActForm>
              }
            />
          ))}
        </ul>
      )}
      {ways.provider && ways.accounts.length === 0 && (
        <p>
          <ButtonLink href="/enter/oidc?to=%2Fsettings%23accounts">Tie your account at {ways.provider}</ButtonLink>
        </p>
      )}
    </>
  );
}
