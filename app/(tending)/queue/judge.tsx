import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { tending } from "#/app/guards";
import { CaseItem } from "#/components/moderation/case";
import { HideForm } from "#/components/moderation/hide-form";
import { JudgeButtons } from "#/components/moderation/judge-buttons";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { asked, type Search } from "../asked";
import { hide, judge } from "./actions";
import { JustDone } from "./just-done";
import { pageOf, placeOf, type Thing } from "./things";

/** One post or comment before a moderator: its words, what was said about it, and what can be done. */
export async function Judge({ thing, search }: { thing: Thing; search: Search }) {
  await tending(pageOf(thing));
  const one = await asked(search);
  const { rules, own, mostReason, ...it } = await caseOf(thing);
  const from = placeOf(one("from") || pageOf(thing));
  return (
    <Frame current="queue">
      <PageHead title={titleOf(it)}>
        <TextLink href={it.href}>See it in its place</TextLink>, or go to <TextLink href="/queue">the queue</TextLink>.
      </PageHead>
      <JustDone one={one} here={pageOf(thing)} />
      <ul className="mb-8">
        <CaseItem
          it={it}
          whole
          acts={
            own ? undefined : (
              <JudgeButtons action={judge} thing={it} may={it.can} here={pageOf(thing)} whose={it.author.name} />
            )
          }
        />
      </ul>
      {own && <Notice>These are your own words, so somebody else has to judge them.</Notice>}
      {it.can.hide && (
        <HideForm
          action={hide}
          thing={it}
          rules={rules}
          here={from}
          back={backFrom(from, it.href)}
          mostReason={mostReason}
        />
      )}
      {it.can.amend && (
        <p className="mt-6 text-small">
          <TextLink href={`/c/${it.key}/edit`}>Change its words</TextLink>: it is too old for its author to do that.
        </p>
      )}
    </Frame>
  );
}

async function caseOf(thing: Thing) {
  const { moderation } = await api();
  return moderation.toJudge({ thing }).catch((error: unknown) => {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) return notFound();
    throw error;
  });
}

function titleOf({
  kind,
  hidden,
  state,
  can,
}: {
  kind: string;
  hidden: unknown;
  state: string;
  can: { hide: boolean };
}) {
  if (state !== "shown") return "Let this comment in?";
  if (hidden) return `This ${kind} is hidden`;
  return can.hide ? `Hide this ${kind}` : `This ${kind}`;
}

const backFrom = (from: string, href: string) => (from.startsWith("/queue") ? from : href);
