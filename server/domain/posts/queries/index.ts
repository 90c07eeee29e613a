export { latestPosts } from "./latest";
export { draftsOf, frontPage, postsOf, postsTagged } from "./lists";
export { addressByLegacyPath, postByKey, postToDelete, postToEdit, roomToWrite } from "./one";
