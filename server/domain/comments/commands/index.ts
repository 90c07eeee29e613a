export { continueComment } from "./continue";
export { deleteComment, eraseDeletedComments, undoDeleteComment } from "./delete";
export { withholdVersions, withholdForGood, unwithholdVersions } from "./withhold";
export { changeComment, editComment } from "./edit";
export { pinComment, unpinComment } from "./pin";
export { writeComment } from "./write";
