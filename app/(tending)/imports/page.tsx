import type { Metadata } from "next";
import { api } from "#/app/api";
import { type Asked, one } from "#/app/found";
import { Frame } from "#/app/frame";
import { owning } from "#/app/guards";
import { ImportForm } from "#/components/imports/import-form";
import { isUnderWay, PastImports } from "#/components/imports/past-imports";
import { refusals } from "#/components/imports/refusals";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState } from "#/components/ui/states";

export const metadata: Metadata = { title: "Bring a community in" };

/** Seconds until the page looks again at an import that is under way. */
const again = "2";

export default async function Imports({ searchParams }: { searchParams: Asked }) {
  await owning("/imports");
  const { cursor, problem } = await searchParams;
  const place = one(cursor);
  const { items, next } = await (await api()).imports.list(place ? { cursor: place } : {});
  const sentences: Record<string, string> = refusals;
  return (
    <Frame>
      {items.some(isUnderWay) && <meta httpEquiv="refresh" content={again} />}
      <PageHead title="Bring a community in">
        Posts, pages, comments and their authors from WordPress, each once, however often the file is sent. What was not
        for everybody there is for nobody else here.
      </PageHead>
      <ImportForm problem={sentences[one(problem) ?? ""]} />
      <h2>What was brought in</h2>
      {items.length === 0 ? (
        <EmptyState title="Nothing yet">
          <p>Each import will stand here with its account: what came in, what was left out and why, what was mended.</p>
        </EmptyState>
      ) : (
        <>
          <PastImports imports={items} />
          <Pager
            of="Imports"
            end="These are all."
            older={next ? `/imports?cursor=${encodeURIComponent(next)}` : undefined}
            newer={place ? "/imports" : undefined}
          />
        </>
      )}
    </Frame>
  );
}
