import type { Metadata } from "next";
import { asked, type Search } from "#/app/(entering)/asked";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { SettingsSection } from "#/components/members/settings-section";
import { FoundThere, Proof } from "#/components/sites/my-site";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { forgetProof, look, prove } from "./actions";

export const metadata: Metadata = { title: "Your site", robots: { index: false } };

const said: Record<string, string> = {
  looked: "Looked just now.",
  proven: "The proof is there: your site carries a ✓ from now on.",
  forgotten: "The mark is gone.",
};

/** One's own site elsewhere: what of it can stand under one's comments, and how to show that it is one's own. */
export default async function MySitePage({ searchParams }: { searchParams: Search }) {
  await signedIn("/settings/site");
  const done = (await asked(searchParams)).one("done");
  const mine = await (await api()).sites.mine();
  return (
    <Frame>
      <PageHead title="Your site">
        What you wrote there last can stand in one line under your comments here; you choose it each time, or nothing.
      </PageHead>
      {mine.address === null ? (
        <EmptyState
          title="You have not named a site"
          next={<ButtonLink href="/settings#site">To “About you”</ButtonLink>}
        >
          <p>A blog of yours, or any page with a feed. Name it in your settings, and come back.</p>
        </EmptyState>
      ) : (
        <>
          <SettingsSection
            id="found"
            title={`Latest on ${mine.address.replace(/^https?:\/\//, "").replace(/\/$/, "")}`}
            done={done === "looked" ? said.looked : undefined}
          >
            <FoundThere mine={mine} look={look} />
          </SettingsSection>
          {mine.known && (
            <SettingsSection id="proof" title="Show that it is yours" done={done === "looked" ? undefined : said[done]}>
              <Proof known={mine.known} prove={prove} forget={forgetProof} />
            </SettingsSection>
          )}
        </>
      )}
    </Frame>
  );
}
