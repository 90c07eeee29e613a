import type { ReactNode } from "react";
import { ActForm, type Action } from "#/components/client/act-form";
import { Notice } from "#/components/ui/notice";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type Mine = Outputs["sites"]["mine"];
type Known = NonNullable<Mine["known"]>;

/** Why a look at a site brought nothing, in a sentence. */
export const problems: Record<string, string> = {
  "no-feed": "There is a page, but no feed was found: neither RSS, Atom, JSON Feed nor a page marked up as one.",
  "bad-address": "This is no address that can be asked from here.",
  "private-address": "This address is not on the public internet.",
  unreachable: "Nobody answered there.",
  "too-slow": "It took longer than five seconds to answer.",
  "too-large": "It sent more than 2 MB.",
  "too-many-redirects": "It led from one address to the next without end.",
  "wrong-type": "What it sent is no page and no feed.",
  status: "It answered that there is nothing at this address.",
  busy: "Many have asked it just now.",
};

/** What is known of one's own site: its feed, what stands in it, and the button that looks again. */
export function FoundThere({ mine: { known, items }, look }: { mine: Mine; look: Action }) {
  return (
    <>
      {known?.banned && (
        <Notice tone="warning">The moderators here show nothing of this site, and it is not asked any more.</Notice>
      )}
      {known?.problem && (
        <Notice tone="warning" title="The last look brought nothing.">
          {problems[known.problem] ?? "It could not be read."} {items.length > 0 && "What was found before stays."}
        </Notice>
      )}
      {items.length > 0 ? (
        <ol className="latest-list">
          {items.map(({ id, title, url, writtenAt }) => (
            <li key={id}>
              <TextLink href={url} rel="nofollow ugc noopener">
                <bdi>{title}</bdi>
              </TextLink>{" "}
              {writtenAt && (
                <span className="text-small text-soft whitespace-nowrap">
                  <Time at={writtenAt} how="date" />
                </span>
              )}
            </li>
          ))}
        </ol>
      ) : (
        !known?.problem && <p>Nothing is known of it yet. Let Kith look for its feed.</p>
      )}
      {known?.feed && (
        <p className="text-small text-soft">
          From{" "}
          <TextLink href={known.feed} rel="nofollow ugc noopener">
            {known.title || "its feed"}
          </TextLink>
          {known.foundAt && (
            <>
              , read <Time at={known.foundAt} />
            </>
          )}
          . It is asked again when you write a comment, at most every 15 minutes.
        </p>
      )}
      <ActForm action={look} className="form" label="Look at your site">
        <div className="form-acts">
          <Submit sending="Looking…">{known?.askedAt ? "Look again" : "Look for its feed"}</Submit>
        </div>
      </ActForm>
    </>
  );
}

type ProofProps = { known: Known; prove: Action; forget: Action };

const ways = { "rel-me": "a link on the page", dns: "an entry in its DNS", file: "a file on it" } as const;

/** The three ways to show that a site is one's own, each with the very text to put there and its own button. */
export function Proof({ known, prove, forget }: ProofProps) {
  const { proof, host, provenAt, provenBy } = known;
  if (provenAt && provenBy) {
    return (
      <>
        <p>
          ✓ Verified by {ways[provenBy]}, last seen <Time at={provenAt} />. Kith looks for it again every week.
        </p>
        <ActForm action={forget} className="form" label="Give the proof up">
          <div className="form-acts">
            <Submit variant="quiet">Take the mark away</Submit>
          </div>
        </ActForm>
      </>
    );
  }
  return (
    <>
      <p>
        A verified site carries a ✓. Any one of these will do; leave it in place, as Kith looks for it again every week.
      </p>
      <Way by="rel-me" prove={prove} text={`<a rel="me" href="${proof.profile}">me on Kith</a>`}>
        A link on the page at your site's address, back to your page here:
      </Way>
      <Way by="file" prove={prove} text={proof.text}>
        A text file at <code>{proof.path}</code> on {host} with this line:
      </Way>
      <Way by="dns" prove={prove} text={proof.text}>
        A TXT record of {host.replace(/:\d+$/, "")} in its DNS:
      </Way>
    </>
  );
}

type WayProps = { by: keyof typeof ways; prove: Action; text: string; children: ReactNode };

const Way = ({ by, prove, text, children }: WayProps) => (
  <ActForm action={prove} className="form" label={`Verify by ${ways[by]}`}>
    <input type="hidden" name="by" value={by} />
    <p>{children}</p>
    <pre className="proof">
      <code>{text}</code>
    </pre>
    <div className="form-acts">
      <Submit variant="quiet" small sending="Looking…">
        Look for {ways[by]}
      </Submit>
    </div>
  </ActForm>
);
