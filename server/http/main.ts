import { createServer, type Server } from "node:http";
import next from "next";
import { openEmbedded } from "#/db/embedded";
import { migrate } from "#/db/migrate";
import { openDatabase } from "../context";
import { firstSteps } from "../jobs/first-steps";
import { schedule } from "../jobs/schedule";
import { config, type Config } from "../platform/config";
import { log } from "../platform/log";
import { answerSafely, type House } from "./answer";
import { listen } from "./news";
import { PageCache } from "./page-cache";
import { sentenceFor } from "./sentences";
import { staticFiles } from "./static";
import { closeServer, type Started, stopAll } from "./stop";

/** What was started so far, in order. */
const started: Started[] = [];

/** Kith in one process: PostgreSQL below it, Next inside it, jobs beside it. */
async function main(): Promise<void> {
  const settings = config();
  const house: House = {
    config: settings,
    cache: new PageCache(),
    files: staticFiles(process.cwd()),
    next: null,
    hears: () => false,
    isReady: async () => false,
  };
  const server = createServer((request, response) => answerSafely(house, request, response));
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  await bind(server, settings);
  started.push({ what: "the address", stop: () => closeServer(server) });

  const url = await openPostgres(settings);
  await migrate(url);
  const { pool, close } = openDatabase(url);
  started.push({ what: "the connections to the database", stop: close });

  // Next's bundles find the settings and the database on the global object, where this process has put them.
  const app = next({
    dev: !settings.production,
    dir: process.cwd(),
    hostname: settings.host,
    port: settings.port,
    httpServer: server,
  });
  await app.prepare();
  started.push({ what: "Next", stop: () => app.close() });

  const jobs = schedule(url);
  started.push({ what: "the jobs", stop: jobs.stop });
  const news = listen(url, jobs.wake);
  started.push({ what: "the news", stop: news.close });

  house.hears = news.hears;
  house.isReady = () => answers(pool);
  house.next = app.getRequestHandler();
  await greet(settings);
}

async function openPostgres({ databaseUrl, data }: Config): Promise<string> {
  if (databaseUrl) return databaseUrl;
  const embedded = await openEmbedded({ folder: data });
  started.push({ what: "PostgreSQL", stop: () => embedded.close() });
  return embedded.url;
}

const bind = (server: Server, { port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });

async function answers(pool: { query: (text: string) => Promise<unknown> }): Promise<boolean> {
  const patience = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([
    pool.query("select 1").then(
      () => true,
      () => false,
    ),
    patience,
  ]);
}

async function greet({ url, host, port }: Config): Promise<void> {
  const { ownerPath, village } = await firstSteps({ demo: process.argv.includes("--demo") });
  const lines = [`Kith is at ${url}`];
  if (!url.endsWith(`:${port}`)) lines.push(`  and listens on ${host}:${port}`);
  if (village) lines.push(...village);
  if (ownerPath) lines.push("Nobody owns this site yet. Open this once to become its owner:", `  ${url}${ownerPath}`);
  process.stdout.write(`${lines.join("\n")}\n`);
}

let stopping = false;
function stop(code: number) {
  if (stopping) return;
  stopping = true;
  void stopAll(started, code);
}

process.on("SIGINT", () => stop(0));
process.on("SIGTERM", () => stop(0));
process.on("unhandledRejection", (error) => log().error({ err: error }, "a promise was left alone"));

main().catch((error: unknown) => {
  log().debug({ err: error }, "start failed");
  const { PORT, HOST } = process.env;
  process.stderr.write(`${sentenceFor(error, { port: Number(PORT ?? 3000), host: HOST ?? "127.0.0.1" })}\n`);
  stop(1);
});
