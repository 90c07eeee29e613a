export { limits } from "./asking";
export { beforeAsking } from "./before-asking";
export { factsWith } from "./facts";
export { blockedPeople, mutedPeople, mutualPeople, network, networkSize } from "./network";
export * from "./requests";
export { standing } from "./standing";
