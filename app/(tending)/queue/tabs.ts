import type { Outputs } from "#/server/api/types";

/** The pages of those who tend the place, each with what waits there. */
export const tendingTabs = (here: string, counts: Outputs["moderation"]["counts"]) =>
  [
    { href: "/queue", words: `Reported${counts.reported ? ` (${counts.reported})` : ""}` },
    { href: "/queue/held", words: `Held${counts.held ? ` (${counts.held})` : ""}` },
    { href: "/queue/sites", words: "Sites" },
    { href: "/log", words: "Log" },
    { href: "/people", words: "People" },
  ].map((tab) => ({ ...tab, here: tab.href === here }));
