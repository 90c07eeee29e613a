import { cache } from "react";
import { callerFor } from "#/server/api/caller";
import { callingNow } from "#/server/auth/viewer";

/** The api as the person who sent this request may use it; one caller a request. */
export const api = cache(async () => {
  const { viewer, client } = await callingNow();
  return callerFor(viewer, client);
});
