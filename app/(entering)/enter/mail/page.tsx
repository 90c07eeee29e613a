import type { Metadata } from "next";
import { ActForm } from "#/components/client/act-form";
import { Onwards } from "#/components/identities/door-fields";
import { onwards } from "#/components/own-path";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { Submit } from "#/components/ui/submit";
import { api } from "../../../api";
import { Frame } from "../../../frame";
import { enterByLink } from "../../actions";
import { asked, type Search } from "../../asked";

export const metadata: Metadata = { title: "Come in", robots: { index: false }, referrer: "same-origin" };

/** A link is used by pressing the button, not by opening it: mail programs open links to look at them. */
export default async function MailedLinkPage({ searchParams }: { searchParams: Search }) {
  const { one, to } = await asked(searchParams);
  const token = one("token").slice(0, 200);
  const link = await (await api()).identities.mailedLink({ token });
  return (
    <Frame current="enter">
      {link ? (
        <>
          <PageHead title="Come in">
            This link was mailed to <b>{link.mail}</b>. It works once.
          </PageHead>
          <ActForm action={enterByLink} className="form" label="Come in">
            <Onwards to={to} />
            <input type="hidden" name="token" value={token} />
            <div className="form-acts">
              <Submit sending="Opening…">Come in</Submit>
            </div>
          </ActForm>
        </>
      ) : (
        <EmptyState
          level={1}
          title="This link does not work any more"
          next={
            <ButtonLink variant="primary" href={onwards("/enter/link", to)}>
              Have another one mailed
            </ButtonLink>
          }
        >
          <p>It has been used, or it has run out.</p>
        </EmptyState>
      )}
    </Frame>
  );
}
