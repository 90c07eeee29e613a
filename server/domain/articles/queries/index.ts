export { answersTo } from "./answers";
export { articleOfPost } from "./card";
