import type { Block } from "./types";

export const blocks: readonly Block[] = [
  { by: "Marguerite", blocks: "Bert", days: 29 },
  { by: "Renske", blocks: "Trent", days: 31 },
];
