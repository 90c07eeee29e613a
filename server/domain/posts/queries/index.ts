export { latestPosts } from "./latest";
export { draftsOf, frontPage, plannedPosts, postsOf, postsTagged } from "./lists";
export { addressByLegacyPath, postByKey, postToDelete, postToEdit, postToPlan, roomToWrite } from "./one";
export { versionOf, versionsOf } from "./versions";
export { allTags, latestTagChanges } from "./tags";
