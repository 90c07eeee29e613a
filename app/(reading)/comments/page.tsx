import type { Metadata } from "next";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { api } from "../../api";
import { type Asked, listed, one } from "../../found";
import { Frame } from "../../frame";
import { Said } from "../said";

export const metadata: Metadata = { title: "Comments" };

export default async function CommentsPage({ searchParams }: { searchParams: Asked }) {
  const cursor = one((await searchParams).cursor);
  const of = await listed((await api()).comments.all({ cursor }));
  return (
    <Frame>
      <PageHead title="Comments">What people say, the newest first.</PageHead>
      <Said
        of={of}
        at="/comments"
        further={cursor !== undefined}
        empty={
          <EmptyState title="Nobody has said anything yet" next={<ButtonLink href="/">To the posts</ButtonLink>}>
            <p>What people answer to posts, and to one another, will stand here.</p>
          </EmptyState>
        }
      />
    </Frame>
  );
}
