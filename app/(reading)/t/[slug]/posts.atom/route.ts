import { postsAbout } from "../../../../feeds/sources";

export const GET = postsAbout("atom");
