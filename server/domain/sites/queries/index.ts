export * from "./card";
export * from "./choices";
export * from "./guests";
export * from "./lines";
export * from "./mine";
export * from "./moderate";
