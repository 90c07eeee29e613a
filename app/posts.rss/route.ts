import { postsOfSite } from "../feeds/sources";

export const GET = postsOfSite("rss");
