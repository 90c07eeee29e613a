import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { readingFor } from "#/server/api/caller";
import { root } from "#/server/api/root";
import { clientNow, viewerNow } from "#/server/auth/viewer";

const answer = (request: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: root,
    createContext: async () => readingFor(await viewerNow(), await clientNow()),
    responseMeta: () => ({ headers: { "Cache-Control": "private, no-store" } }),
  });

export { answer as GET, answer as POST };
