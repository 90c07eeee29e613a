export * from "./amend";
export * from "./held";
export * from "./hide";
export * from "./lines";
export * from "./people";
export * from "./pins";
export * from "./report";
export * from "./settings";
