import type { reasons } from "#/server/domain/comments/errors";
import { refusals as posts } from "../posts/refusals";

export const refusals: Record<keyof typeof reasons, string> = {
  ...posts,
  "no-such-comment": "There is no such comment, or it is not for you to see.",
  "not-your-comment": "Only its author can do this.",
  "comment-cannot-be-answered":
    "This one takes no answers: a moderator has hidden it, it is not shown yet, or it stands elsewhere. Your text is kept: you can comment on the post itself.",
  "comment-too-long": "This is {over} over the {most} characters there is room for. Nothing you typed is lost.",
  "comment-empty": "There are no words in it yet.",
  "mentioning-too-fast":
    "You have looked for many people just now: suggestions are back in {seconds} seconds. Write on; a handle works without them.",
  "commenting-too-fast": "You have said a lot just now. You can go on in {wait}. Your text is kept.",
  "said-before": "You said exactly this {ago} ago. Your text is kept: say it differently, or let the first one stand.",
  "author-can-edit": "Its author can still change it; a moderator can hide it.",
  "edit-is-over":
    "This comment is too old for its author to change. What has changed since can be said in an answer to it, and a moderator can correct it.",
  "comment-cannot-be-continued":
    "What a moderator has hidden, or came here from another site, cannot be continued. Your text is kept: you can answer it instead.",
  "continuing-is-over": "The time to continue this comment is over. Your text is kept: you can answer it instead.",
  "too-many-parts": "This comment has as many parts as it may have. Your text is kept: it could be a post of its own.",
  "not-your-thread": "Only whoever wrote the post, or a moderator, can do this.",
  "comment-cannot-be-pinned":
    "Only a comment that everybody under the post can read can be pinned: not what is hidden, waits, or was said elsewhere.",
  "too-many-pins": "There are {most} pinned comments here already. Take one of them from the top first.",
  "no-such-part": "This comment has no such part.",
};
