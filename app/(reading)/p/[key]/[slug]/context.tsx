import { redirect } from "next/navigation";
import { Composer } from "#/components/comments/composer";
import { ReplyInPlace } from "#/components/comments/reply-in-place";
import { Thread } from "#/components/comments/thread";
import { shownDepths, type ThreadComment } from "#/components/comments/thread-html";
import { NoAnswer } from "#/components/posts/answering";
import { Cards } from "#/components/sites/cards";
import type { Choices } from "#/components/sites/latest-choice";
import { ButtonLink } from "#/components/ui/button";
import { Notice } from "#/components/ui/notice";
import { Pager } from "#/components/ui/pager";
import { TextLink } from "#/components/ui/text-link";
import { api } from "../../../../api";
import { found } from "../../../../found";
import { freshForm } from "../../../../fresh";
import { comment as say } from "../../actions";
import type { Post } from "../post";
import { Kept } from "./kept";
import { Telling } from "./telling";

type Props = { post: Post; comment: string; replies: boolean; cursor: string | undefined; told: boolean };
type There = Awaited<ReturnType<typeof contextOf>>;

const contextOf = async (key: string, cursor: string | undefined) =>
  found((await api()).comments.inContext({ key, cursor }));

/** One comment where it was said: what it answers, itself, and what was answered to it. */
export async function Context({ post, comment, replies, cursor, told }: Props) {
  const there = await contextOf(comment, cursor);
  if (there.post.key !== post.key) redirect(`/c/${comment}`);
  const { href, key } = post;
  const guest = there.can.commentOnceSignedIn;
  const shown = [...there.line, ...there.replies].map(({ key }) => key);
  const call = await api();
  const [reactions, lines] = [
    await call.reactions.ofComments({ keys: shown }),
    await call.sites.lines({ keys: shown }),
  ];
  const latest = there.can.comment ? await call.sites.toChoose({ postKey: post.key }) : null;
  const how = {
    here: comment,
    deep: there.deep,
    reactions,
    lines,
    offersReply: guest,
    shownDepth: shownDepths(there.line),
  };
  const here = there.line.at(-1);
  const isAnswering = replies && here !== undefined;
  return (
    <section
      aria-labelledby="comments"
      data-thread={key}
      data-since={there.at}
      data-context=""
      data-fresh={there.fresh || undefined}
      data-member={there.member ? "" : undefined}
      data-keys={there.keys ? undefined : "off"}
    >
      <h2 className="section-head" id="comments" tabIndex={-1}>
        {here?.depth ? "A reply, in its conversation" : "One comment, and what was answered"}
      </h2>
      <p className="text-small">
        <TextLink className="inline-flex min-h-9 items-center" href={`${href}#comments`}>
          All comments on this post
        </TextLink>
      </p>
      {there.further > 0 && <Further there={there} href={href} />}
      <Thread
        comments={isAnswering ? there.line : [...there.line, ...there.replies]}
        how={how}
        query={{ c: comment, cursor }}
      />
      {isAnswering && <ReplyForm here={here} there={there} post={post} latest={latest} />}
      {isAnswering && there.replies.length > 0 && (
        <Thread comments={there.replies} how={how} query={{ c: comment, cursor }} />
      )}
      {(there.next || cursor) && (
        <Pager
          of="Replies"
          newer={cursor ? `${href}?c=${comment}` : undefined}
          older={there.next ? `${href}?c=${comment}&cursor=${there.next}` : undefined}
          end="That was the last one."
        />
      )}
      {!there.can.comment && !guest && <NoAnswer post={post} />}
      <Telling postKey={key} commentKey={comment} told={told} />
      {(there.can.comment || guest) && (
        <ReplyInPlace
          action={say}
          postKey={key}
          limit={there.limit}
          guest={guest}
          asGuest={there.can.asGuest}
          latest={latest}
        />
      )}
      <Cards />
    </section>
  );
}

const Further = ({ there, href }: { there: There; href: string }) => (
  <p>
    <a className="c-more" href={`${href}?c=${there.line[0]?.key}#c-${there.line[0]?.key}`}>
      ↑ and {there.further.toLocaleString("en")} above
    </a>
  </p>
);

type Answering = { here: ThreadComment; there: There; post: Post; latest: Choices | null };

function ReplyForm({ here, there, post, latest }: Answering) {
  const guest = there.can.commentOnceSignedIn;
  const name = here.author?.name ?? "this comment";
  if (!here.can.reply && !(guest && here.face === "said")) {
    return (
      <div className="mt-4" id="reply" tabIndex={-1}>
        <Kept postKey={post.key} parentKey={here.key} />
        <Notice>This comment cannot be answered.</Notice>
      </div>
    );
  }
  return (
    <div className="mt-4" id="reply" tabIndex={-1}>
      <Composer
        action={say}
        door="comment"
        waits={!guest}
        fields={{ postKey: post.key, parentKey: here.key, ...freshForm() }}
        place={`${post.key}/${here.key}`}
        id="your-reply"
        label={`Your reply to ${name}`}
        name={`Reply to ${name}`}
        send="Reply"
        limit={there.limit}
        guest={guest}
        asGuest={there.can.asGuest}
        latest={latest}
      >
        <ButtonLink href={`${post.href}?c=${here.key}#c-${here.key}`}>Cancel</ButtonLink>
      </Composer>
    </div>
  );
}
