import type { ReactNode } from "react";

export { apart as generateMetadata } from "../titled";

/** Adds nothing to be seen: the pages have the site's name in their titles. */
export default function Titled({ children }: { children: ReactNode }) {
  return children;
}
