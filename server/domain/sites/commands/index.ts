export * from "./ban";
export * from "./follow";
export * from "./guests";
export { lookAtMySite } from "./look";
export { forgetProof, lookForProofsAgain, proveMySite } from "./prove";
export * from "./remove";
export * from "./show";
