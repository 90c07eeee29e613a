import type { Outputs } from "#/server/api/types";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";
import { Time } from "../ui/time";
import { answerWords } from "./words";

type Post = Outputs["posts"]["byKey"];

type Asked = {
  post: Post;
  /** Whether somebody without a place here can, too. */
  guests: boolean;
};

/** Who can answer this post, and until when. */
export function WhoAnswers({ post: { comments, commentsCloseAt }, guests }: Asked) {
  return (
    <p className="field-hint mb-4">
      {guests ? "Everybody can answer." : answerWords[comments]}{" "}
      {commentsCloseAt && (
        <>
          Comments close on <Time at={commentsCloseAt} how="date" />.
        </>
      )}
    </p>
  );
}

/** Why this reader cannot answer, and what they can do instead. */
export function NoAnswer({ post }: { post: Post }) {
  const { hidden, comments, commentsClosedAt, key, author } = post;
  const closed = comments === "closed" || commentsClosedAt;
  return (
    <Notice>
      {hidden ? (
        "This post is hidden, so it cannot be answered."
      ) : commentsClosedAt && comments !== "closed" ? (
        <>
          Comments closed here on <Time at={commentsClosedAt} how="date" />, as they do some days after a post. What was
          said stays.
        </>
      ) : (
        answerWords[comments]
      )}{" "}
      {!hidden && !closed && comments === "connections" && (
        <>
          <TextLink href={`/m/${author.handle}`}>
            <bdi>{author.name}</bdi>
          </TextLink>{" "}
          can be asked to connect.
        </>
      )}
      {!hidden && closed && <TextLink href={`/write?answer=${key}`}>Write a post about this</TextLink>}
    </Notice>
  );
}
