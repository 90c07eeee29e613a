export { reactionsOfComments, reactionsOfPost } from "./of";
export { toReact } from "./one";
export { whoReacted } from "./who";
