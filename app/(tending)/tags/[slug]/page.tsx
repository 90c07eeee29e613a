import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { decoded } from "#/app/(reading)/decoded";
import { type Asked, one } from "#/app/found";
import { TagForms } from "#/components/moderation/tag-forms";
import { Item } from "#/components/ui/item";
import { Moment } from "#/components/ui/moment";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import { api } from "../../../api";
import { Frame } from "../../../frame";
import { tending } from "../../../guards";
import { changeTag, undoTagChange } from "../actions";

export const metadata: Metadata = { title: "Change a tag", robots: { index: false } };

type Props = { params: Promise<{ slug: string }>; searchParams: Asked };

export default async function TagPage({ params, searchParams }: Props) {
  const slug = decoded((await params).slug);
  await tending(`/tags/${encodeURIComponent(slug)}`);
  const { posts, moderation } = await api();
  const all = await posts.tags();
  const tag = all.find((one) => one.slug === slug) ?? notFound();
  const changes = await moderation.tagChanges();
  const search = await searchParams;
  const done = changes.find(({ id }) => id === one(search.did));
  return (
    <Frame>
      {done && (
        <div className="mb-6">
          <Moment undo={undoTagChange} fields={{ id: done.id }}>
            {saying(done)}.
          </Moment>
        </div>
      )}
      {one(search.did) === "undone" && <Moment>It is as it was.</Moment>}
      {one(search.did) === "too-late" && <Moment>The tag was changed again since. Undo the later change first.</Moment>}
      <PageHead title={`The tag “${tag.name}”`}>
        On {tag.many.toLocaleString("en")} {tag.many === 1 ? "post" : "posts"} you can read, and on those you cannot.
        Old addresses go on to the new ones. <TextLink href={`/t/${encodeURIComponent(slug)}`}>Its posts</TextLink>
      </PageHead>
      <TagForms action={changeTag} tag={tag} others={all.filter((one) => one !== tag).map(({ name }) => name)} />
      {changes.length > 0 && (
        <section aria-labelledby="changes">
          <h2 className="section-head" id="changes">
            Lately changed
          </h2>
          <ol>
            {changes.map((change) => (
              <Item
                key={change.id}
                head={saying(change)}
                facts={
                  <p>
                    <Time at={change.at} /> {change.by && `by ${change.by.name}`}
                  </p>
                }
                acts={
                  <form action={undoTagChange}>
                    <input type="hidden" name="id" value={change.id} />
                    <Submit small variant="quiet">
                      Undo
                    </Submit>
                  </form>
                }
              />
            ))}
          </ol>
        </section>
      )}
    </Frame>
  );
}

const saying = ({ act, fromName, toName }: { act: string; fromName: string; toName: string }) =>
  act === "merge" ? `“${fromName}” became part of “${toName}”` : `“${fromName}” is now called “${toName}”`;
