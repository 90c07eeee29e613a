import { randomUUID } from "node:crypto";
import { Composer } from "#/components/comments/composer";
import { OrderChoice, type Order } from "#/components/comments/order-choice";
import { countWords } from "#/components/comments/count-words";
import { Mentions } from "#/components/comments/mentions";
import { Pinned } from "#/components/comments/pinned";
import { ReplyInPlace } from "#/components/comments/reply-in-place";
import { Thread } from "#/components/comments/thread";
import { commentsWords } from "#/components/posts/words";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { Pager } from "#/components/ui/pager";
import { Refused } from "#/components/ui/states";
import { api } from "../../../../api";
import { listed } from "../../../../found";
import { comment } from "../../actions";
import type { Post } from "../post";

type Props = {
  post: Post;
  order: string | undefined;
  cursor: string | undefined;
  /** Where the list of those who mention the post goes on. */
  mentions: string | undefined;
};

const orders: readonly string[] = ["oldest", "newest", "discussed"] satisfies Order[];
const isOrder = (text: string | undefined): text is Order => text !== undefined && orders.includes(text);

/** All that was said under a post, and the room to say more. */
export async function Conversation({ post, order: asked, cursor, mentions }: Props) {
  const { key, href } = post;
  const order = isOrder(asked) ? asked : "oldest";
  const { comments, reactions } = await api();
  const of = await listed(comments.thread({ postKey: key, order, cursor }));
  if (!post.publishedAt) return null;
  if ("refused" in of) {
    return (
      <Refused
        title="The comments cannot go on from there"
        next={<ButtonLink href={`${href}#comments`}>To the first</ButtonLink>}
      >
        <p>{of.refused}</p>
      </Refused>
    );
  }
  const { items, cut, branches, next, count, can, limit, at } = of.list;
  const guest = can.commentOnceSignedIn;
  const received = await reactions.ofComments({ keys: items.map(({ key }) => key) });
  const go = (more: Record<string, string>) => `${href}?${new URLSearchParams({ order, ...more })}#comments`;
  return (
    <>
      <section aria-labelledby="comments" data-thread={key} data-since={at} data-order={order}>
        <h2 className="section-head" id="comments">
          {countWords(count)}
        </h2>
        {!cursor && <Pinned items={await comments.pinned({ postKey: key })} author={post.author} />}
        {items.length > 1 && <OrderChoice at={href} order={order} />}
        <Thread
          comments={items}
          how={{ cut, branches, reactions: received, offersReply: guest }}
          query={{ post: key, order, cursor }}
        />
        {(next || cursor) && (
          <Pager
            of="Comments"
            newer={cursor ? go({}) : undefined}
            older={next ? go({ cursor: next }) : undefined}
            end="That was the last one."
          />
        )}
        {(can.comment || guest) && <ReplyInPlace action={comment} postKey={key} limit={limit} guest={guest} />}
        <div className="mt-8" id="say">
          {can.comment || guest ? (
            <Composer
              action={comment}
              fields={{ postKey: key, once: randomUUID() }}
              place={key}
              id="comment"
              label="Your comment"
              name={`Comment on ${post.title}`}
              send="Comment"
              limit={limit}
              guest={guest}
            />
          ) : (
            <Notice>{whyNot(post)}</Notice>
          )}
        </div>
      </section>
      <Elsewhere post={post} cursor={mentions} />
    </>
  );
}

/** Who mentions the post elsewhere. */
async function Elsewhere({ post: { key, href }, cursor }: { post: Post; cursor: string | undefined }) {
  const { comments } = await api();
  const of = await listed(comments.mentions({ postKey: key, cursor }));
  return "refused" in of ? null : <Mentions {...of.list} at={href} further={cursor !== undefined} />;
}

const whyNot = ({ hidden, comments }: Post): string =>
  hidden
    ? "This post is hidden, so it cannot be answered."
    : (commentsWords[comments] ?? "Only members can comment here.");
