export { limits } from "./asking";
export { beforeAsking } from "./before-asking";
export { blockedPeople, mutedPeople, mutualPeople, network } from "./network";
export * from "./requests";
export { standing } from "./standing";
