import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { sentenceFor } from "#/components/client/form-answer";
import { Findings } from "#/components/search/findings";
import { HowToSearch } from "#/components/search/how-to";
import { SearchForm } from "#/components/search/search-form";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import { viewerNow } from "#/server/auth/viewer";
import { longest } from "#/server/domain/search/input";
import { api } from "../../api";
import type { Asked } from "../../found";
import { Frame } from "../../frame";
import { addressOf, typedIn } from "./asked";

type Props = { searchParams: Asked };
type Typed = Awaited<ReturnType<typeof typedIn>>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await typedIn(searchParams);
  return {
    title: q ? `Search for ${Array.from(q).slice(0, 60).join("")}` : "Search",
    robots: { index: false, follow: true },
  };
}

/** Finds words in what this reader may read. */
export default async function SearchPage({ searchParams }: Props) {
  const typed = await typedIn(searchParams);
  const isAsked = Boolean(
    typed.q || typed.from || typed.tag || typed.answers || typed.after || typed.before || typed.network || typed.mine,
  );
  return (
    <Frame>
      <PageHead title="Search">In everything here that you may read.</PageHead>
      <SearchForm typed={typed} isMember={(await viewerNow()) !== null} longest={longest} />
      {isAsked ? <Answer typed={typed} /> : <HowToSearch title="What the box understands" />}
    </Frame>
  );
}

async function Answer({ typed }: { typed: Typed }) {
  const of = await answerTo(typed);
  if ("refused" in of) {
    return (
      <>
        <Notice tone="problem">{of.refused}</Notice>
        <HowToSearch title="What the box understands" />
      </>
    );
  }
  const { items, next, stillReading, instead, isAll } = of;
  if (items.length === 0 && !typed.cursor)
    return (
      <Nothing
        stillReading={stillReading}
        instead={instead ? { q: instead, href: addressOf({ ...typed, q: instead }) } : null}
      />
    );
  if (items.length === 0 && isAll) return <End typed={typed} />;
  return (
    <section aria-labelledby="found">
      <h2 className="sr-only" id="found">
        What was found
      </h2>
      <Findings items={items} />
      {!next && isAll && <p className="end">That is all there is.</p>}
      {!next && !isAll && <Older typed={typed} />}
      {(next || typed.cursor) && (
        <nav className="pager" aria-label="More of what was found">
          {typed.cursor ? <TextLink href={addressOf(typed)}>To the top</TextLink> : <span />}
          {next && (
            <TextLink href={addressOf(typed, next)} rel="next">
              More
            </TextLink>
          )}
        </nav>
      )}
    </section>
  );
}

async function answerTo({ within, order, ...rest }: Typed) {
  try {
    return await (await api()).search.words({
      ...rest,
      within: within === "posts" || within === "comments" ? within : "everything",
      order: order === "best" || order === "newest" ? order : undefined,
    });
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    return { refused: sentenceFor(error).problem ?? "" };
  }
}

const End = ({ typed }: { typed: Typed }) => (
  <EmptyState title="That was all" next={<ButtonLink href={addressOf(typed)}>To the top</ButtonLink>}>
    <p>There is nothing more that you may read.</p>
  </EmptyState>
);

/** Ranked are the newest of what matches; the rest is there in the other order. */
const Older = ({ typed }: { typed: Typed }) => (
  <p className="end">
    These were the best of what was said last about it.{" "}
    <TextLink href={addressOf({ ...typed, order: "newest" })}>Newest first</TextLink> goes on to the oldest.
  </p>
);

type Emptiness = { stillReading: boolean; instead: { q: string; href: string } | null };

const Nothing = ({ stillReading, instead }: Emptiness) => (
  <>
    <EmptyState title="Nothing found">
      {instead && (
        <p>
          Did you mean{" "}
          <TextLink href={instead.href}>
            <bdi>{instead.q}</bdi>
          </TextLink>
          ?
        </p>
      )}
      <p>Another word may find it, or fewer of them, or the beginning of one with a star: gard*</p>
      {stillReading && <p>Search is still reading what stood here before. In a while there may be more.</p>}
    </EmptyState>
    <HowToSearch title="What the box understands" />
  </>
);
