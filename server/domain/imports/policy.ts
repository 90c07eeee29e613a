import { no, policy, yes } from "../policy";

/** An import speaks for the whole site, so only those who answer for it start one and read its account. */
export const { can } = policy<null>()({
  import: (viewer) => (viewer?.role === "owner" ? yes : no("import-not-yours")),
});
