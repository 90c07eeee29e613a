import type { Metadata } from "next";
import { ActForm } from "#/components/client/act-form";
import { HandleField, NameField, Onwards } from "#/components/identities/door-fields";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { Frame } from "../../frame";
import { signedIn } from "../../guards";
import { ClaimNote } from "../../claim-note";
import { settleIn } from "../actions";
import { asked, type Search } from "../asked";

export const metadata: Metadata = { title: "Welcome", robots: { index: false } };

export default async function WelcomePage({ searchParams }: { searchParams: Search }) {
  const { to } = await asked(searchParams);
  const { name, handle } = await signedIn("/welcome");
  return (
    <Frame>
      <PageHead title="Welcome">You have a place here now. How shall people know you?</PageHead>
      <ClaimNote />
      <ActForm action={settleIn} className="form" label="Your name here">
        <Onwards to={to} />
        <NameField {...(name !== handle && { initial: name })} />
        <HandleField initial={handle} />
        <div className="form-acts">
          <Submit sending="Saving…">That is me</Submit>
          <TextLink href={to}>Later, in the settings</TextLink>
        </div>
      </ActForm>
    </Frame>
  );
}
