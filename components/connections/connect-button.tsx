import type { ReactNode } from "react";
import { sentenceOf } from "#/components/refusals";
import { ButtonLink } from "#/components/ui/button";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

export type Standing = Outputs["connections"]["standing"];

/**
 * The button that tells how the viewer stands with a member: Connect, Requested, Answer or Connected. Each leads to
 * the page where that is done, so it works without a script.
 */
export function ConnectButton({ handle, standing }: { handle: string; standing: Standing }) {
  const { state } = standing;
  const page = `/m/${handle}/connect`;
  switch (state.is) {
    case "you":
      return null;
    case "visitor":
      return <ButtonLink href={`/enter?to=${encodeURIComponent(page)}`}>Sign in to connect</ButtonLink>;
    case "none":
      return (
        <span className="form-acts items-center">
          <ButtonLink variant="primary" href={page}>
            Connect
          </ButtonLink>
          <More page={page} />
        </span>
      );
    case "cannot":
      return (
        <p className="item-facts">
          {sentenceOf(state.because, state.particulars)} <More page={page} />
        </p>
      );
    case "requested":
      return (
        <Told page={page} act="Withdraw" label="Requested">
          <Time at={state.sentAt} />
        </Told>
      );
    case "asked-you":
      return state.declined ? (
        <ButtonLink href={page}>Declined: accept after all</ButtonLink>
      ) : (
        <ButtonLink variant="primary" href={page}>
          Answer their request
        </ButtonLink>
      );
    case "connected":
      return (
        <Told page={page} act="End, mute or block" label="Connected">
          since <Time at={state.since} how="date" />
        </Told>
      );
    case "blocked-by-me":
      return <ButtonLink href={page}>You blocked them: unblock</ButtonLink>;
  }
}

type ToldProps = { page: string; act: string; label: string; children: ReactNode };

function Told({ page, act, label, children }: ToldProps) {
  return (
    <span className="form-acts items-center">
      <span>
        <strong>{label}</strong> <span className="item-facts">{children}</span>
      </span>
      <ButtonLink small href={page}>
        {act}
      </ButtonLink>
    </span>
  );
}

const More = ({ page }: { page: string }) => (
  <a className="link" href={`${page}#distance`}>
    Mute or block
  </a>
);
