export { continueComment } from "./continue";
export { deleteComment, eraseDeletedComments, undoDeleteComment } from "./delete";
export { editComment } from "./edit";
export { writeComment } from "./write";
