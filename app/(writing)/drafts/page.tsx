import type { Metadata } from "next";
import { Unsent } from "#/components/drafts/unsent";
import { ButtonLink } from "#/components/ui/button";
import { Item } from "#/components/ui/item";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { Time } from "#/components/ui/time";
import { api } from "../../api";
import { type Asked, listed, one } from "../../found";
import { Frame } from "../../frame";
import { signedIn } from "../../guards";
import { PlanDone, Planned } from "./planned";
import { Thrown } from "./thrown";

export const metadata: Metadata = { title: "Your drafts" };

export default async function DraftsPage({ searchParams }: { searchParams: Asked }) {
  await signedIn("/drafts");
  const search = await searchParams;
  const cursor = one(search.cursor);
  const of = await listed((await api()).posts.drafts({ cursor }));
  const unsent = cursor === undefined ? (await (await api()).drafts.list({ limit: 100 })).items : [];
  return (
    <Frame current="write">
      <PageHead title="Your drafts">Only you can read these, whatever device you wrote them on.</PageHead>
      <PlanDone search={search} />
      <Thrown search={search} />
      {!cursor && <Planned search={search} />}
      {"refused" in of ? (
        <Refused title="This list cannot go on from there" next={<ButtonLink href="/drafts">To its top</ButtonLink>}>
          <p>{of.refused}</p>
        </Refused>
      ) : (
        <>
          {unsent.length > 0 && <Unsent items={unsent} />}
          {unsent.length > 0 && of.list.items.length > 0 && <h2 className="section-head">Drafts of posts</h2>}
          {(unsent.length === 0 || of.list.items.length > 0) && <Drafts {...of.list} further={cursor !== undefined} />}
        </>
      )}
    </Frame>
  );
}

type Draft = { id: string; key: string; title: string; excerpt: string; madeAt: Date };

function Drafts({ items, next, further }: { items: readonly Draft[]; next: string | null; further: boolean }) {
  if (items.length === 0 && !further) {
    return (
      <EmptyState
        title="You have no drafts"
        next={
          <ButtonLink variant="primary" href="/write">
            Write something
          </ButtonLink>
        }
      >
        <p>What you begin and keep for later waits here.</p>
      </EmptyState>
    );
  }
  return (
    <div>
      <ol>
        {items.map(({ id, key, title, excerpt, madeAt }) => (
          <Item
            key={id}
            head={<a href={`/write/${key}`}>{title || "Without a title"}</a>}
            facts={
              <>
                begun <Time at={madeAt} />
              </>
            }
            quote={excerpt}
            acts={
              <>
                <ButtonLink small variant="primary" href={`/write/${key}`}>
                  Go on
                </ButtonLink>
                <ButtonLink small href={`/write/${key}/delete`}>
                  Delete
                </ButtonLink>
              </>
            }
          />
        ))}
      </ol>
      <Pager
        of="Drafts"
        newer={further ? "/drafts" : undefined}
        older={next ? `/drafts?cursor=${next}` : undefined}
        end="That was the first one."
      />
    </div>
  );
}
