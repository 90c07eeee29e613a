import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { reasons as connections } from "../domain/connections/errors";
import type { reasons as lists } from "../domain/cursor";
import type { reasons as comments } from "../domain/comments/errors";
import type { reasons as identities } from "../domain/identities/errors";
import type { reasons as members } from "../domain/members/errors";
import type { reasons as posts } from "../domain/posts/errors";
import type { reasons as settings } from "../domain/settings/errors";
import type { Api } from "./root";

export type { Api } from "./root";
export type Inputs = inferRouterInputs<Api>;
export type Outputs = inferRouterOutputs<Api>;

/** Every reason the server may give. The screen must have a sentence for each of them. */
export type Because =
  | keyof typeof lists
  | keyof typeof settings
  | keyof typeof members
  | keyof typeof identities
  | keyof typeof connections
  | keyof typeof posts
  | keyof typeof comments
  | "sign-in-first"
  | "moderators-only"
  | "owners-only";
