import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { answer, ask, part, withdraw } from "#/app/(writing)/requests/actions";
import { JustDone } from "#/app/(writing)/requests/just-done";
import type { Search } from "#/app/(writing)/requests/places";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { Between } from "#/components/connections/between";
import { PartExplained, PartForms } from "#/components/connections/part-forms";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";

type Props = { params: Promise<{ handle: string }>; searchParams: Search };

/** Everything between the viewer and this member; for somebody who is not here for them, the page is not either. */
const betweenUs = cache(async (handle: string) => {
  await signedIn(`/m/${handle}/connect`);
  const { connections } = await api();
  return connections.beforeAsking({ handle }).catch((error: unknown) => {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) return notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { member } = await betweenUs((await params).handle);
  return { title: `You and ${member.name}` };
}

export default async function Connect(props: Props) {
  const asking = await betweenUs((await props.params).handle);
  const { member, state } = asking;
  if (state.is === "you") redirect(`/m/${member.handle}`);
  const here = `/m/${member.handle}/connect`;
  return (
    <Frame>
      <PageHead
        title={
          <>
            You and <bdi>{member.name}</bdi>
          </>
        }
      >
        <TextLink href={`/m/${member.handle}`}>Back to their page</TextLink>
      </PageHead>
      <JustDone search={props.searchParams} here={here} />
      <Between asking={asking} acts={{ ask, answer, withdraw }} here={here} />
      <section aria-labelledby="distance" className="mt-12">
        <h2 id="distance" className="section-head">
          Keep a distance
        </h2>
        <PartExplained />
        <PartForms standing={asking} part={part} here={here} />
      </section>
    </Frame>
  );
}
