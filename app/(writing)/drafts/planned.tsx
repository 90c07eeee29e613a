import { Item } from "#/components/ui/item";
import { ButtonLink } from "#/components/ui/button";
import { Moment } from "#/components/ui/moment";
import { Pager } from "#/components/ui/pager";
import { Submit } from "#/components/ui/submit";
import { ZonedTime } from "#/components/ui/zoned-time";
import type { Outputs } from "#/server/api/types";
import { audienceWords } from "#/components/posts/words";
import { api } from "../../api";
import { listed, one } from "../../found";
import { planAgain, unplan } from "../write/planning";

type Search = Record<string, string | string[] | undefined>;
type Post = Outputs["posts"]["planned"]["items"][number];

/** What waits for its time, the next one first. Nothing where nothing does. */
export async function Planned({ search }: { search: Search }) {
  const cursor = one(search.planned);
  const of = await listed((await api()).posts.planned({ cursor }));
  const list = "refused" in of ? { items: [], next: null } : of.list;
  if (list.items.length === 0 && !cursor) return null;
  return (
    <section aria-labelledby="planned" className="mb-12">
      <h2 className="section-head" id="planned">
        Planned
      </h2>
      <ol>
        {list.items.map((post) => (
          <PlannedItem key={post.id} post={post} />
        ))}
      </ol>
      {(list.next || cursor) && (
        <Pager
          of="Planned posts"
          newer={cursor ? "/drafts#planned" : undefined}
          older={list.next ? `/drafts?planned=${list.next}#planned` : undefined}
          end="That was the last one."
        />
      )}
    </section>
  );
}

function PlannedItem({ post: { key, title, excerpt, audience, plannedFor, plannedZone } }: { post: Post }) {
  return (
    <Item
      head={<a href={`/write/${key}`}>{title}</a>}
      facts={
        <p>
          {plannedFor && <ZonedTime at={plannedFor} zone={plannedZone ?? "UTC"} />} · {audienceWords[audience]} then
        </p>
      }
      quote={excerpt}
      acts={
        <>
          <ButtonLink small href={`/write/${key}/plan`}>
            Another time
          </ButtonLink>
          <form action={unplan}>
            <input type="hidden" name="key" value={key} />
            <Submit variant="quiet" small sending="Taking it back…">
              Take the plan back
            </Submit>
          </form>
        </>
      }
    />
  );
}

/** What was just done with a plan, as the address says it, and the way back. */
export async function PlanDone({ search }: { search: Search }) {
  const [did, key = "", at = "", zone = ""] = [one(search.did), one(search.key), one(search.at), one(search.zone)];
  const says = did && said[did];
  if (!says) return null;
  const title = key ? await titleOf(key) : "";
  const undo = did === "unplanned" ? planAgain : undefined;
  return (
    <div className="mb-6">
      <Moment undo={undo} fields={{ key, at, zone }} brief={undo !== undefined}>
        {says(title)}
      </Moment>
    </div>
  );
}

const said: Record<string, (title: string) => string> = {
  planned: (title) => `${title} is planned. Until then only you can read it.`,
  unplanned: (title) => `${title} is a draft without a date again.`,
  "too-late": () => "It was too late for that: the post is published, or its time is over.",
};

const titleOf = async (key: string): Promise<string> =>
  (await api()).posts.toPlan({ key }).then(
    ({ title }) => `“${title}”`,
    () => "The post",
  );
