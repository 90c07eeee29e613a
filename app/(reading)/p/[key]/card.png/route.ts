import { cardOfPost } from "../../../../cards/answer";

export const GET = cardOfPost;
