import { createServer, type Server } from "node:http";
import next from "next";
import { openEmbedded, StartRefused } from "#/db/embedded";
import { migrate } from "#/db/migrate";
import { openDatabase } from "../context";
import { firstSteps } from "../jobs/first-steps";
import { schedule } from "../jobs/schedule";
import { type Config, config, WrongSettings } from "../platform/config";
import { log } from "../platform/log";
import { answerSafely, type House } from "./answer";
import { Live } from "./live";
import { listen } from "./news";
import { PageCache } from "./page-cache";
import { sentenceFor, sentenceForAddress } from "./sentences";
import { staticFiles } from "./static";
import { closeServer, type Started, stopAll } from "./stop";

/** What was started so far, in the order in which it leans on one another: stopped from the last to the first. */
const started: Started[] = [];
let stopping = false;

/** What may stand behind `npm start --`. */
const options = new Set(["--demo"]);

/** Kith in one process: PostgreSQL below it, Next inside it, jobs beside it. */
async function main(): Promise<void> {
  const odd = process.argv.slice(2).find((option) => !options.has(option));
  if (odd) throw new WrongSettings([`${odd} is no option; there is ${[...options].join(", ")}`]);
  const settings = config();
  const house: House = {
    config: settings,
    cache: new PageCache(),
    files: staticFiles(process.cwd()),
    next: null,
    live: null,
    hears: () => false,
    isReady: async () => false,
  };
  const server = createServer((request, response) => answerSafely(house, request, response));
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  await bind(server, settings);
  const door = { what: "the address", within: 1_500, stop: () => closeServer(server) };
  started.push(door);
  reached("the address is taken");

  // Pages are read while PostgreSQL starts: neither needs the other yet.
  const [pages, { url, pool }] = await Promise.all([openPages(settings, server), openData(settings)]);

  const jobs = schedule(url);
  const live = new Live();
  const news = listen(url, (piece) => {
    jobs.wake(piece?.about ?? null);
    live.heard(piece && piece.tags);
  });
  // Nobody comes in any more before anything else is taken away.
  started.splice(started.indexOf(door), 1);
  started.push({
    what: "the address, the jobs and the news",
    within: 1_500,
    stop: () => {
      house.isReady = async () => false;
      live.close();
      return Promise.all([door.stop(), jobs.stop(), news.close()]);
    },
  });

  house.hears = news.hears;
  house.isReady = () => answers(pool);
  house.next = pages;
  house.live = live;
  await greet(settings);
  reached("ready");
}

/** Next's bundles find the settings and the database on the global object, where this process has put them. */
async function openPages({ production, host, port }: Config, server: Server) {
  // After a form that leads on, Next asks its own server for the page: by this way, and not by the public address.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${isAnywhere(host) ? "127.0.0.1" : host}:${port}`;
  const app = next({ dev: !production, dir: process.cwd(), hostname: host, port, httpServer: server });
  const ready = app.prepare();
  started.push({ what: "Next", within: 300, stop: () => ready.then(() => app.close()) });
  await ready;
  reached("Next is ready");
  return app.getRequestHandler();
}

const isAnywhere = (host: string) => host === "0.0.0.0" || host === "::";

async function openData(settings: Config) {
  const url = settings.databaseUrl ?? (await openPostgres(settings));
  reached("PostgreSQL is there");
  await migrate(url);
  reached("the tables are there");
  const { pool, close } = openDatabase(url);
  started.push({ what: "the connections to the database", within: 300, stop: close });
  return { url, pool };
}

async function openPostgres({ data }: Config): Promise<string> {
  const opening = openEmbedded({ folder: data, log: (line) => log().warn(line), isGivenUp: () => stopping });
  // First to be started and last to be stopped, also when that is asked before it answers.
  const stopIt = () =>
    opening.then(
      ({ close }) => close(),
      () => undefined,
    );
  started.unshift({ what: "PostgreSQL", within: 4_500, stop: stopIt });
  return (await opening).url;
}

const bind = (server: Server, { port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const refuse = (error: Error) =>
      reject(new StartRefused(sentenceForAddress(error, { port, host }), { cause: error }));
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.off("error", refuse);
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

/** Says at LOG_LEVEL=debug where the time of a start goes: milliseconds since the process began. */
const reached = (what: string) => log().debug({ ms: Math.round(performance.now()) }, what);

function stop(code: number) {
  if (stopping) return;
  stopping = true;
  void stopAll(started, code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));
process.on("unhandledRejection", (error) => log().error({ err: error }, "a promise was left alone"));
process.on("uncaughtException", (error) => {
  log().fatal({ err: error }, "something broke that nobody caught; Kith stops in order");
  stop(1);
});
// Whoever read what we say is gone, or its disk is full: that is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

main().catch((error: unknown) => {
  // What is taken away under a start that was told to stop says nothing about the start.
  if (stopping) return;
  log().debug({ err: error }, "start failed");
  process.stderr.write(`${sentenceFor(error)}\n`);
  stop(1);
});
