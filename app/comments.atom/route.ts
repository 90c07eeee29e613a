import { commentsOfSite } from "../feeds/sources";

export const GET = commentsOfSite("atom");
