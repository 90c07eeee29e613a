import { type CommentFacts, can as canComment, guestMayWrite } from "../comments/policy";

export { guestMayWrite as mayWrite } from "../comments/policy";

/** Whether somebody without a place here may answer a comment. */
export function mayReply(comment: CommentFacts) {
  const answer = canComment(null, "reply", comment);
  if (answer.ok || answer.because !== "members-comment") return answer;
  return guestMayWrite(comment.post);
}
