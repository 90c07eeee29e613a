import { Notice } from "#/components/ui/notice";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type State = NonNullable<Outputs["syndication"]["hub"]>;

/** Why a hub was not told, in a sentence. */
const problems: Record<string, string> = {
  "bad-address": "Its address is none that can be asked from here.",
  "private-address": "Its name leads into a private network that KITH_PRIVATE_HOSTS does not name.",
  unreachable: "Nobody answered there.",
  "too-slow": "It took longer than five seconds to answer.",
};

/** How the hub of the site's feeds is told: when it last was, and what is in the way. */
export const HubState = ({ hub: { toldAt, problem } }: { hub: State }) => (
  <>
    {problem && (
      <Notice
        tone="warning"
        title={`The hub could not be told of ${problem.feeds === 1 ? "a feed" : `${problem.feeds} feeds`} that changed.`}
      >
        {problems[problem.because] ?? `It answered with the status ${problem.status}.`}{" "}
        {problem.againAt ? (
          <>
            It is told again at <Time at={problem.againAt} how="clock" />.
          </>
        ) : (
          "It is told again when something new is in the feed."
        )}
      </Notice>
    )}
    <p className="item-facts">
      {toldAt ? (
        <>
          The hub last heard of something new <Time at={toldAt} />.
        </>
      ) : (
        "The hub has not been told of anything yet."
      )}
    </p>
  </>
);
