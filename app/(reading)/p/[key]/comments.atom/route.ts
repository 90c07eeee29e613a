import { commentsOfPost } from "../../../../feeds/sources";

export const GET = commentsOfPost("atom");
