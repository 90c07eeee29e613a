export * from "./answer";
export * from "./ask";
export * from "./expire";
export * from "./mute";
export { block, endConnection, restoreConnection, unblock } from "./part";
