import type { Metadata } from "next";
import { ActForm } from "#/components/client/act-form";
import { HandleField, MailField, NameField, NewPasswordField } from "#/components/identities/door-fields";
import { TypedField } from "#/components/identities/typed-field";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Refused } from "#/components/ui/states";
import { Submit } from "#/components/ui/submit";
import { api } from "../../../api";
import { Frame } from "../../../frame";
import { becomeOwner } from "../../actions";

export const metadata: Metadata = { title: "Your new site", robots: { index: false }, referrer: "same-origin" };

export default async function FirstPage({ params }: { params: Promise<{ token: string }> }) {
  const token = (await params).token.slice(0, 200);
  const state = await (await api()).identities.ownerLink({ token });
  if (state === "taken") return <Taken />;
  if (state === "over") return <Over />;
  return (
    <Frame>
      <PageHead title="This site is yours">
        You are the first one here. Give the site a name and yourself a place in it; both can be changed later.
      </PageHead>
      <ActForm action={becomeOwner} className="form" label="Your new site">
        <input type="hidden" name="token" value={token} />
        <TypedField
          name="title"
          label="Name of the site"
          hint="On every page and in every letter."
          required
          dir="auto"
        />
        <NameField />
        <HandleField />
        <MailField hint="Nobody sees it." />
        <NewPasswordField />
        <div className="form-acts">
          <Submit sending="Opening the site…">Open the site</Submit>
        </div>
      </ActForm>
    </Frame>
  );
}

const Taken = () => (
  <Frame>
    <Refused
      level={1}
      title="This site has an owner"
      next={
        <ButtonLink variant="primary" href="/enter">
          Sign in
        </ButtonLink>
      }
    >
      <p>The link was for the first one to come. If that was you, sign in with your password.</p>
    </Refused>
  </Frame>
);

const Over = () => (
  <Frame>
    <Refused level={1} title="This link does not work any more">
      <p>
        It works once, for a day, and only the one printed last. Start Kith again, or run{" "}
        <code>npm run kith -- owner-link</code> where it runs: either prints a new one.
      </p>
    </Refused>
  </Frame>
);
