import { statSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prepareCluster, tailOf } from "./embedded/cluster";
import { alone } from "./embedded/lock";
import { type Place, settle } from "./embedded/place";
import { dataOf, logOf, runningPostmaster, socketFolder, startPostmaster, stopPostmaster } from "./embedded/postmaster";
import { connect, type Presence, stay } from "./embedded/presence";
import { codeOf, refuseByLog, refuseFolder, StartRefused } from "./embedded/refused";

export { StartRefused } from "./embedded/refused";

export interface EmbeddedOptions {
  /** The folder named in KITH_DATA; made when absent. */
  folder: string;
  /** Told one line when something takes long or is unusual. */
  log?: (line: string) => void;
  /** False gives up every promise about power cuts for speed. Only tests may. */
  durable?: boolean;
  /** True once nobody waits for it any more: then no PostgreSQL is started that would have to be stopped again. */
  isGivenUp?: () => boolean;
}

export interface Embedded {
  /** `postgresql://kith:…@127.0.0.1:port/kith`: the owner of the database, on the loopback only; `?host=` names its socket. */
  url: string;
  /** Whether PostgreSQL was started for this Kith, or was running already. */
  startedHere: boolean;
  /** The cluster's own folder, which is not always inside the asked one. */
  dataFolder: string;
  /** Leaves; whoever leaves last stops PostgreSQL, within 6 seconds. May be called twice. */
  close: () => Promise<void>;
}

/** A start after a power cut replays at most 512 MB of log; this is far more than it took on the slowest disk tried. */
const patience = 120_000;

/** How often this process has a cluster open, by its home. */
const open = new Map<string, number>();

/**
 * Finds, starts or attaches to the PostgreSQL 18 that came with npm, and makes its cluster on the first day.
 * As root it runs as an unprivileged user; it outlives a Kith that is killed, and the next one takes it over. When it
 * dies under a Kith that runs, it is started again at the same address.
 * @throws StartRefused with one sentence: no package for this platform, disk full, a cluster of another version,
 * a folder that cannot be written, or the last lines of PostgreSQL's log.
 */
export async function openEmbedded({
  folder,
  log = () => undefined,
  durable = true,
  isGivenUp = () => false,
}: EmbeddedOptions): Promise<Embedded> {
  try {
    const place = await settle(resolve(folder));
    const { running, presence, url } = await alone(place.home, () => enter(place, { durable, log, isGivenUp }));
    let closing: Promise<void> | undefined;
    const close = () => {
      closing ??= leave(place, presence);
      return closing;
    };
    return { url, startedHere: running.startedHere, dataFolder: dataOf(place.home), close };
  } catch (error) {
    return refuseFolder(folder, error);
  }
}

/** What was started for an opening that fails halfway is stopped again: nobody else would. */
async function enter(place: Place, { durable, log, isGivenUp }: Required<Omit<EmbeddedOptions, "folder">>) {
  const password = await prepareCluster(place, durable);
  if (isGivenUp()) throw new StartRefused("Kith was stopped before its database had started.");
  const running = (await attach(place, password, log)) ?? (await start(place, { password, durable }));
  try {
    await makeDatabase(urlOf(running.port, password, "postgres"));
    const mend = () => revive(place, { password, durable, port: running.port }, log);
    const presence = await stay(urlOf(running.port, password, "postgres"), mend);
    open.set(place.home, (open.get(place.home) ?? 0) + 1);
    const socket = runningPostmaster(place.home)?.socket;
    const url = urlOf(running.port, password, "kith");
    return { running, presence, url: socket ? `${url}?host=${encodeURIComponent(socket)}` : url };
  } catch (error) {
    if (running.startedHere) await stopPostmaster(place);
    throw error;
  } finally {
    running.settled();
  }
}

interface Running {
  port: number;
  startedHere: boolean;
  /** From here on it may outlive this process. */
  settled: () => void;
}

const urlOf = (port: number, password: string, database: string) =>
  `postgresql://kith:${password}@127.0.0.1:${port}/${database}`;

/** Nobody can arrive between the count and the stop, because whoever arrives or leaves does so alone in the folder. */
async function leave(place: Place, presence: Presence) {
  const stillHere = (open.get(place.home) ?? 1) - 1;
  open.set(place.home, stillHere);
  const go = async () => {
    const others = await presence.others().catch(() => 0);
    await presence.leave();
    if (stillHere + others === 0) await stopPostmaster(place);
  };
  // A disk without room for a lock is no reason to leave PostgreSQL running.
  await alone(place.home, go).catch((error: unknown) => (codeOf(error) === "ENOSPC" ? go() : Promise.reject(error)));
}

async function attach(place: Place, password: string, log: (line: string) => void): Promise<Running | undefined> {
  const running = runningPostmaster(place.home);
  if (!running) return undefined;
  const stillThere = () => runningPostmaster(place.home)?.pid === running.pid;
  const answers = await untilReady(urlOf(running.port, password, "postgres"), stillThere);
  if (!answers) return undefined;
  log(`took over the PostgreSQL that runs already (process ${running.pid}, port ${running.port})`);
  return { port: running.port, startedHere: false, settled: () => undefined };
}

/**
 * PostgreSQL was killed or fell over while Kith runs: it is started again on the port every pool knows, by one of the
 * Kith that are here. What keeps it from starting is said, and may be gone at the next attempt: a full disk.
 */
async function revive(place: Place, how: Required<Terms>, log: (line: string) => void): Promise<void> {
  try {
    await alone(place.home, async () => {
      if (runningPostmaster(place.home)) return;
      const running = await start(place, how);
      running.settled();
      log(`started the PostgreSQL again that had gone (port ${running.port})`);
    });
  } catch (error) {
    log(`PostgreSQL is gone and could not be started again: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Terms {
  password: string;
  durable: boolean;
  port?: number;
}

/** Five attempts: a port may be taken in between, and the processes of a killed postmaster need a moment to go. */
async function start(place: Place, { password, durable, port }: Terms): Promise<Running> {
  let said = "";
  let socket = socketFolder(place.home);
  for (let attempt = 0; attempt < 5; attempt++) {
    const since = sizeOf(logOf(place.home));
    const started = await startPostmaster(place, { durable, port, socket }).catch((error: unknown) => {
      throw new StartRefused(
        `PostgreSQL could not be run from ${place.programs} (${codeOf(error) || String(error)}).`,
        {
          cause: error,
        },
      );
    });
    if (await untilReady(urlOf(started.port, password, "postgres"), () => !started.ended())) {
      return { port: started.port, startedHere: true, settled: started.settled };
    }
    said = await tailOf(logOf(place.home), since);
    // Some file systems have no sockets.
    if (socket && /Unix-domain socket|Unix address/.test(said)) socket = null;
    else if (!/Address already in use|could not bind|still in use/.test(said)) break;
    await sleep(200);
  }
  return refuseByLog(place.home, "PostgreSQL ended while it started", said);
}

/** True when it answers to our password, false when it is gone before that. */
async function untilReady(url: string, isThere: () => boolean): Promise<boolean> {
  const until = Date.now() + patience;
  while (isThere()) {
    try {
      const client = await connect(url, "kith-start");
      await client.end();
      return true;
    } catch (error) {
      if (codeOf(error) === "28P01") {
        throw new StartRefused(
          "The database of this data folder runs, but does not accept the password kept beside it.",
        );
      }
      if (Date.now() > until)
        throw new StartRefused("PostgreSQL runs, but has not answered for two minutes.", { cause: error });
      await sleep(15);
    }
  }
  return false;
}

async function makeDatabase(url: string) {
  const client = await connect(url, "kith-start");
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'kith'");
    if (rowCount === 0) await client.query("create database kith");
  } finally {
    await client.end();
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
