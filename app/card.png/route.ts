import { cardOfSite } from "../cards/answer";

/** The site's name is known where it runs, not where it was built. */
export const dynamic = "force-dynamic";

export const GET = cardOfSite;
