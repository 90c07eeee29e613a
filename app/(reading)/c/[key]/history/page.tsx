import type { Metadata } from "next";
import { api } from "#/app/api";
import { type Asked, listed, one } from "#/app/found";
import { Frame } from "#/app/frame";
import { Sidebar } from "#/app/(reading)/sidebar";
import { ChangeList } from "#/components/comments/change-list";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";

export const metadata: Metadata = { title: "What a comment said before", robots: { index: false } };

type Props = { params: Promise<{ key: string }>; searchParams: Asked };

export default async function CommentHistoryPage({ params, searchParams }: Props) {
  const { key } = await params;
  const here = `/c/${key}/history`;
  const cursor = one((await searchParams).cursor);
  const of = await listed((await api()).comments.history({ key, cursor, limit: 20 }));
  if ("refused" in of) {
    return (
      <Frame>
        <Refused
          level={1}
          title="The changes cannot go on from there"
          next={<ButtonLink href={here}>To the newest</ButtonLink>}
        >
          <p>{of.refused}</p>
        </Refused>
      </Frame>
    );
  }
  const { items, next, href, post, parts, editedAt } = of.list;
  const back = <ButtonLink href={href}>To the comment</ButtonLink>;
  return (
    <Frame sidebar={<Sidebar />}>
      <PageHead title="What this comment said before">
        Under <TextLink href={href}>{post.title}</TextLink>. New words are underlined, old ones struck through; the
        latest change comes first.
      </PageHead>
      {items.length > 0 || cursor ? (
        <>
          <ChangeList items={items} parts={parts} />
          {(next || cursor) && (
            <Pager
              of="Changes"
              newer={cursor ? here : undefined}
              older={next ? `${here}?cursor=${next}` : undefined}
              end="That was the first."
            />
          )}
          <p className="form-acts mt-6">{back}</p>
        </>
      ) : (
        <EmptyState title={editedAt ? "Its earlier words were not kept" : "It says what it always said"} next={back}>
          <p>
            {editedAt
              ? "It was changed before this site began to keep what comments said."
              : "Nobody has changed it since somebody could have answered it."}
          </p>
        </EmptyState>
      )}
    </Frame>
  );
}
