import type { Metadata } from "next";
import { AddPicture, Added, Shown } from "#/components/pictures/adding";
import { refusals } from "#/components/pictures/refusals";
import { sentenceOf } from "#/components/refusals";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { api } from "../../api";
import { type Asked, listed, one } from "../../found";
import { Frame } from "../../frame";
import { signedIn } from "../../guards";

export const metadata: Metadata = { title: "Your pictures" };

export default async function PicturesPage({ searchParams }: { searchParams: Asked }) {
  await signedIn("/pictures");
  const asked = await searchParams;
  const [cursor, added] = [one(asked.cursor), one(asked.added)];
  const { pictures } = await api();
  const [room, of] = [await pictures.room(), await listed(pictures.mine({ cursor }))];
  const problem = problemOf(asked);
  return (
    <Frame current="write">
      <PageHead title="Your pictures">
        A picture is seen by whoever may read what you show it in, and until then only by you. What nothing shows goes
        after a day.
      </PageHead>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {"refused" in of ? (
        <Refused title="The list cannot go on from there" next={<ButtonLink href="/pictures">To its top</ButtonLink>}>
          <p>{of.refused}</p>
        </Refused>
      ) : (
        <>
          {of.list.items
            .filter(({ key }) => key === added)
            .map((picture) => (
              <Added key={picture.key} picture={picture} />
            ))}
          {room.can.add ? <AddPicture room={room} /> : <Notice>{refusals["pictures-off"]}</Notice>}
          <Kept {...of.list} added={added} cursor={cursor} />
        </>
      )}
    </Frame>
  );
}

type List = Awaited<ReturnType<Awaited<ReturnType<typeof api>>["pictures"]["mine"]>>;

function Kept({ items, next, added, cursor }: List & { added: string | undefined; cursor: string | undefined }) {
  const others = items.filter(({ key }) => key !== added);
  if (items.length === 0)
    return (
      <EmptyState title="No pictures yet">
        <p>The first one you add will stand here, ready to be put into words.</p>
      </EmptyState>
    );
  return (
    <section aria-labelledby="kept">
      <h2 className="section-head" id="kept">
        {added ? "Those before it" : "All of them"}
      </h2>
      {others.map((picture) => (
        <Shown key={picture.key} picture={picture} />
      ))}
      {(next || cursor) && (
        <Pager
          of="Pictures"
          newer={cursor ? "/pictures" : undefined}
          older={next ? `/pictures?cursor=${next}` : undefined}
          end="That was the first one."
        />
      )}
    </section>
  );
}

/** The sentence for a refusal in the address; of what came with it only numbers are said. */
function problemOf(asked: Awaited<Asked>): string | null {
  const because = one(asked.problem) ?? "";
  if (!isRefusal(because)) return null;
  const numbers = Object.entries(asked).flatMap(([name, value]) => {
    const number = Number(one(value));
    return Number.isFinite(number) ? [[name, number] as const] : [];
  });
  return sentenceOf(because, Object.fromEntries(numbers));
}

const isRefusal = (word: string): word is keyof typeof refusals => Object.hasOwn(refusals, word);
