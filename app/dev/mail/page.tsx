import type { Metadata } from "next";
import { KeptLetter } from "#/components/identities/kept-letter";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";
import { asked, type Search } from "../../(entering)/asked";
import { api } from "../../api";
import { Frame } from "../../frame";
import { owning } from "../../guards";

export const metadata: Metadata = { title: "Letters", robots: { index: false }, referrer: "same-origin" };

/** What the site sends, for its owner: how a site without a mail server lets people in. */
export default async function LettersPage({ searchParams }: { searchParams: Search }) {
  await owning("/dev/mail");
  const cursor = (await asked(searchParams)).one("cursor");
  const { identities } = await api();
  const { mailIsSent } = await identities.waysIn();
  const { items, next } = await identities.mails(cursor ? { cursor } : {});
  return (
    <Frame>
      <PageHead title="Letters">
        {mailIsSent
          ? "What the site sent in the last 30 days, newest first."
          : "This site has no mail server (SMTP_URL), so letters stay here. Pass on the link in one to whom it is for."}
      </PageHead>
      {items.length === 0 ? (
        <EmptyState title="No letters yet">
          <p>When somebody joins or asks for a link, the letter to them stands here.</p>
        </EmptyState>
      ) : (
        <>
          <ul>
            {items.map((letter) => (
              <KeptLetter key={letter.id} letter={letter} mailIsSent={mailIsSent} />
            ))}
          </ul>
          <Pager of="Letters" older={next ? `/dev/mail?cursor=${next}` : undefined} end="No older letters." />
        </>
      )}
    </Frame>
  );
}
