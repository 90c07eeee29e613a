import type { inferRouterInputs } from "@trpc/server";
import type { reasons as comments } from "../domain/comments/errors";
import type { reasons as articles } from "../domain/articles/errors";
import type { reasons as connections } from "../domain/connections/errors";
import type { reasons as lists } from "../domain/cursor";
import type { reasons as door } from "../domain/door/errors";
import type { reasons as drafts } from "../domain/drafts/errors";
import type { reasons as guests } from "../domain/guests/errors";
import type { reasons as identities } from "../domain/identities/errors";
import type { reasons as imports } from "../domain/imports/errors";
import type { reasons as members } from "../domain/members/errors";
import type { reasons as moderation } from "../domain/moderation/errors";
import type { reasons as pictures } from "../domain/pictures/errors";
import type { reasons as posts } from "../domain/posts/errors";
import type { reasons as reactions } from "../domain/reactions/errors";
import type { reasons as search } from "../domain/search/errors";
import type { reasons as subscriptions } from "../domain/subscriptions/errors";
import type { reasons as syndication } from "../domain/syndication/errors";
import type { reasons as settings } from "../domain/settings/errors";
import type { reasons as sites } from "../domain/sites/errors";
import type { Api, Caller } from "./root";

export type { Api } from "./root";
export type Inputs = inferRouterInputs<Api>;

/** What each procedure answers within this process: instants are instants. Over the wire they are text. */
export type Outputs = {
  [Noun in keyof Caller]: {
    [Act in keyof Caller[Noun]]: Caller[Noun][Act] extends (...brought: never[]) => Promise<infer Answer>
      ? Answer
      : never;
  };
};

/** Every reason the server may give. The screen must have a sentence for each of them. */
export type Because =
  | keyof typeof lists
  | keyof typeof settings
  | keyof typeof members
  | keyof typeof identities
  | keyof typeof connections
  | keyof typeof posts
  | keyof typeof pictures
  | keyof typeof articles
  | keyof typeof comments
  | keyof typeof guests
  | keyof typeof drafts
  | keyof typeof sites
  | keyof typeof door
  | keyof typeof reactions
  | keyof typeof moderation
  | keyof typeof search
  | keyof typeof imports
  | keyof typeof syndication
  | keyof typeof subscriptions
  | "sign-in-first"
  | "moderators-only"
  | "owners-only";
