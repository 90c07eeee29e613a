export { commentAddress, commentInContext } from "./context";
export { countsOf } from "./counts";
export { latestComments } from "./latest";
export { commentToDelete, commentToEdit } from "./own";
export { allComments, recentComments } from "./recent";
export { threadOf } from "./thread";
