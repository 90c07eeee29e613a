import { postsOfMember } from "../../../../feeds/sources";

export const GET = postsOfMember("json");
