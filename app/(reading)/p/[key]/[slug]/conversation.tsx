import { redirect } from "next/navigation";
import { Composer } from "#/components/comments/composer";
import { OrderChoice, type Order } from "#/components/comments/order-choice";
import { countWords } from "#/components/comments/count-words";
import { Mentions } from "#/components/comments/mentions";
import { Pinned } from "#/components/comments/pinned";
import { ReplyInPlace } from "#/components/comments/reply-in-place";
import { Thread } from "#/components/comments/thread";
import { BegunReplies } from "#/components/drafts/begun-replies";
import { NoAnswer, WhoAnswers } from "#/components/posts/answering";
import { postingJson } from "#/components/posts/posting-json";
import { Cards } from "#/components/sites/cards";
import { ButtonLink } from "#/components/ui/button";
import { MoreComments } from "#/components/comments/more-comments";
import { Refused } from "#/components/ui/states";
import { api } from "../../../../api";
import { listed } from "../../../../found";
import { freshForm } from "../../../../fresh";
import { comment } from "../../actions";
import { Fresh } from "./fresh";
import { Kept } from "./kept";
import type { Post } from "../post";
import { Telling } from "./telling";

type Props = {
  post: Post;
  order: string | undefined;
  cursor: string | undefined;
  /** Whether the order is for this time only, and not remembered. */
  once: boolean;
  /** Where the list of those who mention the post goes on. */
  mentions: string | undefined;
  /** Whether it was opened to go on reading where somebody left off. */
  toNew: boolean;
  /** The comment it was opened at, which somebody has just written. */
  at: string | undefined;
  /** Whether one has just said what one wants to be told of it. */
  told: boolean;
};

const orders: readonly string[] = ["oldest", "newest", "discussed", "unread"] satisfies Order[];
const isKey = (text: string): boolean => /^[0-9a-z]{10}$/.test(text);
const isOrder = (text: string | undefined): text is Order => text !== undefined && orders.includes(text);

/** All that was said under a post, and the room to say more. */
export async function Conversation({ post, order: asked, once, cursor, mentions, toNew, at: here, told }: Props) {
  const { key, href } = post;
  const order = isOrder(asked) ? asked : "oldest";
  const { comments, drafts, reactions, sites, settings } = await api();
  const of = await listed(comments.thread({ postKey: key, order, cursor }));
  if (!post.publishedAt) return null;
  if ("refused" in of) {
    // Whoever skips to the comments or to their form arrives at what there is instead.
    return (
      <div id="comments" tabIndex={-1}>
        <div id="comment" tabIndex={-1}>
          <Refused
            title="The comments cannot go on from there"
            next={<ButtonLink href={`${href}#comments`}>To the first</ButtonLink>}
          >
            <p>{of.refused}</p>
          </Refused>
        </div>
      </div>
    );
  }
  const { items, cut, deep, branches, next, count, can, limit, at, fresh, freshFurther, member, keys, pinned } =
    of.list;
  if (here && isKey(here) && !items.some(({ key }) => key === here)) redirect(`${href}?c=${here}#c-${here}`);
  if (toNew && fresh && !items.some(({ fresh }) => fresh)) await goToFirstNew(post);
  const guest = can.commentOnceSignedIn;
  const { url } = await settings.site();
  const shown = items.map(({ key }) => key);
  const [received, lines] = [await reactions.ofComments({ keys: shown }), await sites.lines({ keys: shown })];
  const begun = member ? await drafts.under({ postKey: key }) : null;
  const latest = can.comment ? await sites.toChoose({ postKey: key }) : null;
  const go = (more: Record<string, string>) =>
    `?${new URLSearchParams({ order, ...more, ...(once && { once: "" }) })}#comments`;
  return (
    <>
      <section
        aria-labelledby="comments"
        data-thread={key}
        data-since={at}
        data-order={order}
        data-member={member ? "" : undefined}
        data-keys={keys ? undefined : "off"}
      >
        <h2 className="section-head" id="comments" tabIndex={-1}>
          {countWords(count)}
        </h2>
        {member && <Fresh post={post} fresh={fresh} here={items.some(({ fresh }) => fresh)} at={at} />}
        {pinned && !cursor && <Pinned items={await comments.pinned({ postKey: key })} author={post.author} />}
        {items.length > 1 && <OrderChoice at={href} order={order} returning={fresh !== null} />}
        <Thread
          comments={items}
          how={{ here, cut, deep, branches, reactions: received, lines, offersReply: guest }}
          query={{ post: key, order, cursor }}
          tail={cursor || member ? "" : postingJson({ post, comments: items, count: count.comments, url })}
        />
        {(next || cursor) && (
          <MoreComments
            first={cursor ? go({}) : undefined}
            more={next ? go({ cursor: next }) : undefined}
            fresh={freshFurther}
          />
        )}
        {(can.comment || guest) && (
          <ReplyInPlace
            action={comment}
            postKey={key}
            limit={limit}
            guest={guest}
            asGuest={can.asGuest}
            latest={latest}
          />
        )}
        <Cards />
        <div className="mt-8" id="say">
          {begun && <BegunReplies replies={begun.replies} />}
          {(can.comment || guest) && <WhoAnswers post={post} guests={can.asGuest !== false} />}
          {can.comment || guest ? (
            <Composer
              action={comment}
              door="comment"
              waits={begun?.comment ?? false}
              fields={{ postKey: key, ...freshForm() }}
              place={key}
              id="comment"
              label="Your comment"
              name={`Comment on ${post.title}`}
              send="Comment"
              limit={limit}
              guest={guest}
              asGuest={can.asGuest}
              latest={latest}
            />
          ) : (
            <>
              <Kept postKey={key} />
              <NoAnswer post={post} />
            </>
          )}
        </div>
        <Telling postKey={key} told={told} />
      </section>
      {(of.list.mentioned || mentions !== undefined) && <Elsewhere post={post} cursor={mentions} />}
    </>
  );
}

/** The first new comment stands on another page of the conversation. */
async function goToFirstNew({ key, href }: Post): Promise<void> {
  const first = await (await api()).comments.firstFresh({ postKey: key });
  if (first) redirect(`${href}?c=${first}#c-${first}`);
}

/** Who mentions the post elsewhere. */
async function Elsewhere({ post: { key, href }, cursor }: { post: Post; cursor: string | undefined }) {
  const { comments } = await api();
  const of = await listed(comments.mentions({ postKey: key, cursor }));
  return "refused" in of ? null : <Mentions {...of.list} at={href} further={cursor !== undefined} />;
}
