import type { Metadata } from "next";
import { asked, type Search } from "#/app/(entering)/asked";
import { api } from "#/app/api";
import { found } from "#/app/found";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { LineForms } from "#/components/sites/line-forms";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { allowSite, banSite, removeLine, restoreLine } from "./actions";

export const metadata: Metadata = { title: "The line under a comment", robots: { index: false } };

type Props = { params: Promise<{ key: string }>; searchParams: Search };

/** The line under a comment, for its author and for moderators: take it away alone, give it back, leave out its site. */
export default async function LinePage({ params, searchParams }: Props) {
  const { key } = await params;
  const viewer = await signedIn(`/c/${key}/link`);
  const said = (await asked(searchParams)).one("done");
  const line = await found((await api()).sites.toChange({ key }));
  return (
    <Frame>
      <PageHead title="The line under a comment">
        {line.mine ? "Under your comment" : "Under a comment"}: “{line.excerpt.slice(0, 120)}”
      </PageHead>
      <LineForms
        line={line}
        said={said}
        tends={viewer.role !== "member"}
        acts={{ remove: removeLine, restore: restoreLine, ban: banSite, allow: allowSite }}
      />
      <p className="mt-6">
        <ButtonLink href={line.href}>To the comment</ButtonLink>
      </p>
    </Frame>
  );
}
