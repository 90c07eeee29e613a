import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActForm } from "#/components/client/act-form";
import { Onwards, PasswordField, WhoField } from "#/components/identities/door-fields";
import { WhyNot } from "#/components/identities/why-not";
import { onwards } from "#/components/own-path";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { viewerNow } from "#/server/auth/viewer";
import { api } from "../../api";
import { Frame } from "../../frame";
import { enter } from "../actions";
import { asked, type Search } from "../asked";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function EnterPage({ searchParams }: { searchParams: Search }) {
  const { one, to } = await asked(searchParams);
  if ((await viewerNow()) && !one("because")) redirect(to);
  const { provider, joinOpen } = await (await api()).identities.waysIn();
  return (
    <Frame current="enter">
      <PageHead title="Sign in" />
      <WhyNot because={one("because")} failed={one("error") !== ""} provider={provider} />
      <ActForm action={enter} className="form" label="Sign in">
        <Onwards to={to} />
        <WhoField />
        <PasswordField />
        <div className="form-acts">
          <Submit sending="Signing in…">Sign in</Submit>
          {provider && <ButtonLink href={onwards("/enter/oidc", to)}>Sign in by {provider}</ButtonLink>}
        </div>
      </ActForm>
      <ul className="mt-8 grid gap-2">
        <li>
          <TextLink href={onwards("/enter/link", to)}>Forgotten it, or no password? Have a link mailed to you</TextLink>
        </li>
        {joinOpen && (
          <li>
            New here? <TextLink href={onwards("/join", to)}>Join</TextLink>
          </li>
        )}
      </ul>
    </Frame>
  );
}
