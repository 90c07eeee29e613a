import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { readingFor } from "#/server/api/caller";
import { root } from "#/server/api/root";
import { clientNow, viewerNow } from "#/server/auth/viewer";

/** Calls one request may carry: a page of ours never needs as many, and each is work. */
const mostAtOnce = 20;

const answer = (request: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: root,
    createContext: async () => readingFor(await viewerNow(), await clientNow()),
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
