"use client";

import { type Action, ActForm, useAnswer } from "#/components/client/act-form";
import { Notice } from "#/components/ui/notice";
import { Submit } from "#/components/ui/submit";
import { Time } from "#/components/ui/time";

type Props = {
  /** Since when the present address holds; null where there is none. */
  madeAt: Date | null;
  /** The site's own address. */
  url: string;
  renew: Action;
  end: Action;
};

/** The feeds that show a member what they may read: made, shown once, renewed, ended. */
export const PrivateFeeds = ({ madeAt, url, renew, end }: Props) => (
  <>
    <p>
      Everything you may read here, in a program of your choice: what is for everyone, for members, and for your
      network. What you mute, and what is for you alone, is left out.
    </p>
    {madeAt && (
      <p>
        Your private feeds have the address that was made <Time at={madeAt} />.
      </p>
    )}
    <ActForm action={renew} className="form" label={madeAt ? "A new address" : "Private feeds"}>
      <Shown url={url} />
      <p className="field-hint">
        Whoever has the address reads with your eyes, so give it to nobody but the program you read with.{" "}
        {madeAt && "A new address ends the old one at once."}
      </p>
      <div className="form-acts">
        <Submit variant="quiet" sending="Making it…">
          {madeAt ? "Make a new address" : "Make private feeds"}
        </Submit>
      </div>
    </ActForm>
    {madeAt && (
      <ActForm action={end} label="End private feeds">
        <Submit small variant="quiet" sending="Ending…">
          End my private feeds
        </Submit>
      </ActForm>
    )}
  </>
);

const languages = ["atom", "rss", "json"] as const;

/** The addresses, right after they were made: afterwards nobody knows them but whoever kept them. */
function Shown({ url }: { url: string }) {
  const { answer } = useAnswer();
  const token = answer?.typed.token;
  if (!token) return null;
  return (
    <Notice tone="success" title="Copy what you need now: it is shown this once.">
      {(["posts", "comments"] as const).map((what) => (
        <label key={what} className="field">
          <span className="field-label">{what === "posts" ? "Posts" : "Comments"}</span>
          <input className="input" readOnly value={`${url}/private/${token}/${what}.atom`} />
        </label>
      ))}
      <p className="field-hint">For {languages.slice(1).join(" or ")} instead of atom, write that at the end.</p>
    </Notice>
  );
}
