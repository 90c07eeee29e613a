export { deletePost, eraseDeletedPosts, undoDeletePost } from "./delete";
export { editPost } from "./edit";
export { previewWords } from "./preview";
export { writePost } from "./write";
