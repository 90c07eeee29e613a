import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActForm } from "#/components/client/act-form";
import { HandleField, MailField, NameField, NewPasswordField, Onwards } from "#/components/identities/door-fields";
import { onwards } from "#/components/own-path";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Refused } from "#/components/ui/states";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { viewerNow } from "#/server/auth/viewer";
import { api } from "../../api";
import { Frame } from "../../frame";
import { join } from "../actions";
import { asked, type Search } from "../asked";

export const metadata: Metadata = { title: "Join" };

export default async function JoinPage({ searchParams }: { searchParams: Search }) {
  const { to } = await asked(searchParams);
  if (await viewerNow()) redirect(to);
  const { joinOpen, provider, title } = await (await api()).identities.waysIn();
  return (
    <Frame current="join">
      {joinOpen ? (
        <>
          <PageHead title={`Join ${title}`}>
            Members write, answer and connect. Have a place here already?{" "}
            <TextLink href={onwards("/enter", to)}>Sign in</TextLink>
          </PageHead>
          <ActForm action={join} className="form" label="Join">
            <Onwards to={to} />
            <NameField />
            <HandleField />
            <MailField hint="Nobody sees it. We send one letter, to ask whether it is yours." />
            <NewPasswordField />
            <div className="form-acts">
              <Submit sending="Making your place…">Join</Submit>
              {provider && <ButtonLink href={onwards("/enter/oidc", to)}>Join by {provider}</ButtonLink>}
            </div>
          </ActForm>
        </>
      ) : (
        <Refused
          level={1}
          title="New members are not taken at the moment"
          next={<ButtonLink href={onwards("/enter", to)}>Sign in</ButtonLink>}
        >
          <p>The owner of the site decides when that changes. Reading is open to everybody.</p>
        </Refused>
      )}
    </Frame>
  );
}
