export * from "./log";
export * from "./one";
export * from "./people";
export * from "./queue";
export { rulesOfTheHouse } from "./rules";
