import type { reasons } from "#/server/domain/posts/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "no-such-post": "There is no such post, or it is not for you to see.",
  "no-such-tag": "Nothing here is about that.",
  "not-your-post": "Only its author can do this.",
  "post-hidden": "A moderator has hidden this post, so it cannot be answered.",
  "post-too-long": "This is {over} over the {most} characters there is room for. Nothing you typed is lost.",
  "post-empty": "There are no words in it yet.",
  "title-needed": "A post needs a title before it can be published.",
  "too-many-tags": "A post can have at most {most} tags.",
  "too-many-drafts": "You have {most} drafts. Publish or delete one before you begin another.",
  "already-published": "This post is already published.",
  "nothing-to-undo": "This was not deleted, or it is already back.",
  "undo-is-over": "The days in which this could be undone are over. Its words are gone.",
  "text-too-complex": "This text nests too deeply to be shown. Please make it simpler; nothing you typed is lost.",
  "posting-too-fast": "You have published a lot in the last hour. Please wait {minutes} minutes. Your text is kept.",
  "previewing-too-fast": "Please wait {seconds} seconds before the next preview.",
  "comments-closed": "Comments on this post are closed.",
  "connections-comment": "Only people in the author's network can comment here.",
  "not-published": "This post is not published yet.",
  "members-comment": "Only members can comment here.",
};
