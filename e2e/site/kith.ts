import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Kith = {
  pid: number;
  url: string;
  data: string;
  said: () => string;
  /** Ends it, and its data folder goes unless that is kept for another Kith. */
  stop: (data?: { keep: boolean }) => Promise<number | null>;
};

const project = join(import.meta.dirname, "../..");

/** Starts the built Kith on a data folder of its own, and waits until it says where it is. */
export async function startKith({
  demo = false,
  env = {},
  data = newFolder(),
  built = project,
}: {
  demo?: boolean;
  env?: Record<string, string>;
  data?: string;
  /** The folder of a Kith that was built; this one, unless a bench sets another beside it. */
  built?: string;
} = {}): Promise<Kith> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", join(built, "dist/main.mjs"), ...(demo ? ["--demo"] : [])],
    {
      cwd: built,
      env: {
        PATH: process.env.PATH ?? "",
        NODE_ENV: "production",
        LOG_LEVEL: "warn",
        PORT: String(port),
        KITH_DATA: data,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  await until(
    () => said.includes("Kith is at"),
    child,
    () => said,
  );
  return {
    pid: child.pid ?? 0,
    url: `http://localhost:${port}`,
    data,
    said: () => said,
    stop: async ({ keep } = { keep: false }) => {
      const code = await ended(child);
      if (!keep) rmSync(data, { recursive: true, force: true });
      return code;
    },
  };
}

/** One that the user whom root lends to PostgreSQL may enter; in a closed one the database would be put elsewhere and stay. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kith-story-"));
  chmodSync(folder, 0o711);
  return folder;
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.kill("SIGTERM");
  });
}

async function until(is: () => boolean, child: ChildProcess, said: () => string) {
  const deadline = Date.now() + 60_000;
  while (!is()) {
    if (child.exitCode !== null) throw new Error(`Kith ended with ${child.exitCode}:\n${said()}`);
    if (Date.now() > deadline) throw new Error(`Kith did not start:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A port nobody listens on at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
