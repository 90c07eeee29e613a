export { closeOldThreads } from "./close";
export { deletePost, eraseDeletedPosts, undoDeletePost } from "./delete";
export { editPost } from "./edit";
export { planPost, unplanPost } from "./plan";
export { restoreVersion } from "./restore";
export { hideVersion, openPostVersions, showVersion, withholdPostVersions } from "./versions";
export { previewWords } from "./preview";
export { writePost } from "./write";
export { publishNextPlanned } from "./publish-planned";
