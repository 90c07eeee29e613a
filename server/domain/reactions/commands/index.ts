export { react } from "./react";
export { takeBack } from "./take-back";
