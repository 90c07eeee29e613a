export { arrivedOn } from "./arrived";
export { commentAddress, commentInContext } from "./context";
export { countsOf } from "./counts";
export { latestComments } from "./latest";
export { mentionsOf } from "./mentions";
export { commentToContinue, commentToDelete, commentToEdit } from "./own";
export { allComments, commentsOf, recentComments } from "./recent";
export { someOf } from "./some";
export { threadOf } from "./thread";
