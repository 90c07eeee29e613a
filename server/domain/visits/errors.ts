import { failing, type Reasons } from "../errors";
import { reasons as ofPosts } from "../posts/errors";

export const reasons = { ...ofPosts } as const satisfies Reasons;

export const fail: (because: keyof typeof reasons) => never = failing(reasons);
