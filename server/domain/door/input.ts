export { commentRef } from "../comments/input";
