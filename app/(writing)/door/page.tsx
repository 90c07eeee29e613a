import type { Metadata } from "next";
import { asked, type Search } from "#/app/(entering)/asked";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { ActForm } from "#/components/client/act-form";
import { CameList } from "#/components/door/came-list";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { Submit } from "#/components/ui/submit";
import { settle, unsettle } from "./actions";

export const metadata: Metadata = { title: "Who came by", robots: { index: false } };

/** Who wrote under one's posts and had nothing back yet. */
export default async function DoorPage({ searchParams }: { searchParams: Search }) {
  await signedIn("/door");
  const settled = (await asked(searchParams)).one("settled");
  const { people, more } = await (await api()).door.cameToYou();
  return (
    <Frame>
      <PageHead title="Who came by">
        They wrote under your posts, and nothing came back yet. Answer, thank, write under something of theirs, or leave
        it: nobody is told.
      </PageHead>
      {settled && (
        <Notice tone="success">
          Fine as it is.
          <ActForm action={unsettle} label="Take it back">
            <input type="hidden" name="key" value={settled} />
            <Submit variant="quiet" small>
              Undo
            </Submit>
          </ActForm>
        </Notice>
      )}
      {people.length === 0 ? (
        <EmptyState title="Nobody waits at the door" next={<ButtonLink href="/feed">To your feed</ButtonLink>}>
          <p>When somebody writes under a post of yours and you have not answered, they stand here, for 90 days.</p>
        </EmptyState>
      ) : (
        <>
          <CameList people={people} settle={settle} />
          <p className="text-small text-soft">
            {more ? "There are more; they come when there is room." : "That is everybody."}
          </p>
        </>
      )}
    </Frame>
  );
}
