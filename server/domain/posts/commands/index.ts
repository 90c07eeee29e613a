export { deletePost, eraseDeletedPosts, undoDeletePost } from "./delete";
export { editPost } from "./edit";
export { planPost, unplanPost } from "./plan";
export { previewWords } from "./preview";
export { writePost } from "./write";
export { publishNextPlanned } from "./publish-planned";
