import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";

/** What a path answers: a page, or a handler of its own. */
export type Answer = RequestListener | { type: string; body: string | Uint8Array; headers?: Record<string, string> };

export type RunningSite = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  port: number;
  /** What it was asked so far: method and path, with the headers that came. */
  asked: { path: string; headers: IncomingMessage["headers"] }[];
  /** How many connections it has seen; nobody who is refused before connecting is among them. */
  connections: () => number;
  /** Open connections at this moment. */
  open: () => Promise<number>;
  /** Puts an answer at a path, also a new one over an old one. */
  at: (path: string, answer: Answer) => void;
  close: () => Promise<void>;
};

/** Somebody's web site on a port of its own: a real server for what Kith fetches. */
export async function startSite(answers: Record<string, Answer> = {}, { port = 0 } = {}): Promise<RunningSite> {
  const pages = new Map(Object.entries(answers));
  const asked: RunningSite["asked"] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push({ path, headers: request.headers });
    answerWith(pages.get(path), request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The site has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked,
    connections: () => connections,
    open: () =>
      new Promise((tell, fail) => server.getConnections((error, count) => (error ? fail(error) : tell(count)))),
    at: (path, answer) => pages.set(path, answer),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answerWith(answer: Answer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (!answer) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Nothing is here.");
  } else if (typeof answer === "function") {
    answer(request, response);
  } else {
    response.writeHead(200, { "content-type": answer.type, ...answer.headers }).end(answer.body);
  }
}
