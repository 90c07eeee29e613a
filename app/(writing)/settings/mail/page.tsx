import type { Metadata } from "next";
import { ActForm } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Refused } from "#/components/ui/states";
import { Submit } from "#/components/ui/submit";
import { asked, type Search } from "../../../(entering)/asked";
import { api } from "../../../api";
import { Frame } from "../../../frame";
import { signedIn } from "../../../guards";
import { proveMail } from "../actions";

export const metadata: Metadata = { title: "Your mail address", robots: { index: false }, referrer: "same-origin" };

/** Where the letter leads that asks whether an address is a member's. */
export default async function ProofPage({ searchParams }: { searchParams: Search }) {
  const token = (await asked(searchParams)).one("token").slice(0, 200);
  const { handle } = await signedIn(`/settings/mail?token=${encodeURIComponent(token)}`);
  const link = await (await api()).identities.proofLink({ token });
  if (!link?.isMine) return <NotForYou handle={handle} isOver={!link} />;
  return (
    <Frame>
      <PageHead title="Is this address yours?">
        From now on letters to @{handle} go to <b>{link.mail}</b>.
      </PageHead>
      <ActForm action={proveMail} className="form" label="Your mail address">
        <input type="hidden" name="token" value={token} />
        <div className="form-acts">
          <Submit sending="Saving…">Yes, it is mine</Submit>
        </div>
      </ActForm>
    </Frame>
  );
}

const NotForYou = ({ handle, isOver }: { handle: string; isOver: boolean }) => (
  <Frame>
    <Refused
      level={1}
      title={isOver ? "This link does not work any more" : "This link is for another member"}
      next={<ButtonLink href="/settings#mail-address">To your settings</ButtonLink>}
    >
      <p>
        {isOver
          ? "It has been used, it has run out, or a newer letter was sent after it."
          : `You are signed in as @${handle}. The letter went to somebody else's account: sign in there to answer it.`}
      </p>
    </Refused>
  </Frame>
);
