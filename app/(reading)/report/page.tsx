import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { asked, type Search } from "#/app/(tending)/asked";
import { type Thing, thingFrom } from "#/app/(tending)/queue/things";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { ReportForm } from "#/components/moderation/report-form";
import { WriterLink } from "#/components/moderation/writer";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Refused } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import { report } from "./actions";

export const metadata: Metadata = { title: "Report", robots: { index: false } };

export default async function Report({ searchParams }: { searchParams: Search }) {
  const one = await asked(searchParams);
  const thing = thingFrom(one);
  await signedIn(`/report?${new URLSearchParams(thing)}`);
  const found = await reported(thing);
  if (found === "own") return <Own />;
  const done = one("done") || (found?.already ? "before" : "");
  if (done) return <Thanks before={done === "before"} back={found?.href ?? "/"} />;
  if (!found) return notFound();
  const { kind, author, post, href, words } = found;
  return (
    <Frame>
      <PageHead title={`Report this ${kind}`}>
        You call the moderators of this site. Nobody else sees that it was you.
      </PageHead>
      <p>
        <WriterLink who={author} /> {kind === "comment" ? "wrote on" : "wrote"}{" "}
        <TextLink href={href}>{post.title}</TextLink>:
      </p>
      <blockquote className="item-quote mb-6" dir="auto">
        {words}
      </blockquote>
      <ReportForm action={report} thing={found} back={href} mostWords={found.mostWords} />
    </Frame>
  );
}

/** What is about to be reported; "own" for one's own words, nothing for what this member cannot read, or can no longer. */
async function reported(thing: Thing) {
  const { moderation } = await api();
  return moderation.toReport({ thing }).catch((error: unknown) => {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    return error.code === "FORBIDDEN" ? ("own" as const) : null;
  });
}

const Own = () => (
  <Frame>
    <Refused level={1} title="These are your own words">
      <p>You need no moderator for them: you can edit or delete them where they stand.</p>
    </Refused>
  </Frame>
);

function Thanks({ before, back }: { before: boolean; back: string }) {
  return (
    <Frame>
      <PageHead title={before ? "You have reported this already" : "Thank you. The moderators know now"}>
        {before ? "Once is enough: it is in front of the moderators." : "Your report is in front of them."}
      </PageHead>
      <p>
        A moderator reads it with the words around it, and either hides it or leaves it as it is. When that is decided
        you find the answer among your <TextLink href="/notifications">notifications</TextLink>. Until then you need do
        nothing; if you would rather not meet somebody here, you can mute or block them on their page.
      </p>
      <p className="form-acts mt-6">
        <ButtonLink variant="primary" href={back}>
          Back to where you were
        </ButtonLink>
      </p>
    </Frame>
  );
}
