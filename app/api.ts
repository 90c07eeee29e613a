import { cache } from "react";
import { callerFor } from "#/server/api/caller";
import { clientNow, viewerNow } from "#/server/auth/viewer";

/** The api as the person who sent this request may use it; one caller a request. */
export const api = cache(async () => callerFor(await viewerNow(), await clientNow()));
