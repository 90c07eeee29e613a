import type { Metadata } from "next";
import { ActForm } from "#/components/client/act-form";
import { MailField, Onwards } from "#/components/identities/door-fields";
import { onwards } from "#/components/own-path";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { api } from "../../../api";
import { Frame } from "../../../frame";
import { askLink } from "../../actions";
import { asked, type Search } from "../../asked";

export const metadata: Metadata = { title: "A link by mail", robots: { index: false } };

export default async function LinkPage({ searchParams }: { searchParams: Search }) {
  const { one, to } = await asked(searchParams);
  const { joinOpen, mailIsSent } = await (await api()).identities.waysIn();
  const isSent = one("sent") !== "";
  return (
    <Frame current="enter">
      <PageHead title={isSent ? "Look into your mail" : "Have a link mailed to you"}>
        {isSent
          ? "If the address can come in, a letter with a link is on its way. The link works once, for 15 minutes."
          : "It lets you in without a password, and you can choose a new one inside."}
      </PageHead>
      {!mailIsSent && (
        <div className="mb-6">
          <Notice tone="warning" title="This site has no mail server.">
            Letters are kept here for the owner to read: please ask them to pass the link on to you.
          </Notice>
        </div>
      )}
      {!isSent && (
        <ActForm action={askLink} className="form" label="Have a link mailed">
          <Onwards to={to} />
          <MailField {...(joinOpen && { hint: "If you are new here, the link makes you a member." })} />
          <div className="form-acts">
            <Submit sending="Sending…">Mail me a link</Submit>
          </div>
        </ActForm>
      )}
      <p className="mt-8">
        {isSent && (
          <>
            Nothing came? <TextLink href={onwards("/enter/link", to)}>Ask again</TextLink> ·{" "}
          </>
        )}
        <TextLink href={onwards("/enter", to)}>Sign in with a password</TextLink>
      </p>
    </Frame>
  );
}
