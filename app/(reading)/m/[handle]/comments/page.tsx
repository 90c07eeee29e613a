import type { Metadata } from "next";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import { api } from "../../../../api";
import { type Asked, listed, one } from "../../../../found";
import { Frame } from "../../../../frame";
import { Said } from "../../../said";
import { memberOf } from "../member";

type Props = { params: Promise<{ handle: string }>; searchParams: Asked };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await memberOf((await params).handle);
  return { title: `Comments by ${name}` };
}

/** All that a member has said, as far as this reader may read it. */
export default async function MemberCommentsPage({ params, searchParams }: Props) {
  const { name, handle } = await memberOf((await params).handle);
  const cursor = one((await searchParams).cursor);
  const of = await listed((await api()).comments.ofMember({ handle, cursor }));
  return (
    <Frame>
      <PageHead title={`Comments by ${name}`}>
        What <TextLink href={`/m/${handle}`}>{name}</TextLink> said, the newest first.
      </PageHead>
      <Said
        of={of}
        at={`/m/${handle}/comments`}
        further={cursor !== undefined}
        who={false}
        empty={
          <EmptyState title="Nothing said yet">
            <p>What {name} answers to others will stand here.</p>
          </EmptyState>
        }
      />
    </Frame>
  );
}
