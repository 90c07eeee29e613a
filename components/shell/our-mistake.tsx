import { PlainState } from "./plain-state";

const ways = [
  ["", "Try again"],
  ["/", "To the front page"],
] as const;

/** The page that stands where one of ours broke, with the reference to quote. */
export const OurMistake = ({ reference }: { reference: string | undefined }) => (
  <PlainState title="Something went wrong on our side" ways={ways}>
    <p>The mistake is ours, and it has been written down. Nothing you wrote is lost by trying again.</p>
    {reference && (
      <p>
        If you tell somebody about it, quote <span className="state-reference">{reference}</span>.
      </p>
    )}
  </PlainState>
);
