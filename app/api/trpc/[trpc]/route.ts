import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { readingFor } from "#/server/api/caller";
import { root } from "#/server/api/root";
import { callingNow } from "#/server/auth/viewer";

/** Calls one request may carry: a page of ours never needs as many, and each is work. */
const mostAtOnce = 20;

const answer = (request: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: root,
    createContext: async () => {
      const { viewer, client } = await callingNow();
      return readingFor(viewer, client);
    },
    maxBatchSize: mostAtOnce,
    // What cannot even be read as a call would be refused without saying of what kind the refusal is.
    responseMeta: ({ eagerGeneration }) => ({
      headers: {
        "Cache-Control": "private, no-store",
        ...(!eagerGeneration && { "Content-Type": "application/json" }),
      },
    }),
  });

export { answer as GET, answer as POST };
