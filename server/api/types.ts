import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { reasons as lists } from "../domain/cursor";
import type { reasons as settings } from "../domain/settings/errors";
import type { Api } from "./root";

export type { Api } from "./root";
export type Inputs = inferRouterInputs<Api>;
export type Outputs = inferRouterOutputs<Api>;

/** Every reason the server may give. The screen must have a sentence for each of them. */
export type Because = keyof typeof lists | keyof typeof settings | "sign-in-first" | "moderators-only" | "owners-only";
