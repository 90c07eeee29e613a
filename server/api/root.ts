import { settings } from "./routers/settings";
import { createCallerFactory, router } from "./trpc";

/** The one door: every page, form, browser and tool comes in here. */
export const root = router({ settings });

export const createCaller = createCallerFactory(root);
export type Api = typeof root;
export type Caller = ReturnType<typeof createCaller>;
