import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { newId } from "#/db/ids";
import { config } from "#/server/platform/config";
import { fail } from "../errors";
import { mostBytes } from "../input";

/** Hours after which a file that no run names was left by an upload that broke off. */
const abandoned = 24;

const folder = () => join(config().data, "imports");

/** A file that somebody sent, where it waits to be read. */
export type Upload = { path: string; bytes: number };

/** Writes what is sent into the data folder as it arrives. Refuses more than a gigabyte, and nothing at all. */
export async function keepUpload(body: AsyncIterable<Uint8Array>): Promise<Upload> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const path = join(folder(), `${newId()}.xml`);
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      done(bytes > mostBytes ? new TooBig() : null, chunk);
    },
  });
  try {
    await pipeline(
      Readable.from(body, { objectMode: false }),
      counted,
      createWriteStream(path, { flags: "wx", mode: 0o600 }),
    );
    if (bytes === 0) fail("import-empty");
    return { path, bytes };
  } catch (error) {
    await dropUpload(path);
    if (error instanceof TooBig) return fail("import-too-big");
    throw error;
  }
}

class TooBig extends Error {}

export const dropUpload = (path: string): Promise<void> => rm(path, { force: true });

/** Takes away what uploads that broke off have left. */
export async function sweepUploads(named: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder()).catch(() => []);
  for (const path of names.map((name) => join(folder(), name)).filter((path) => !named.has(path))) {
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > abandoned * 3_600_000) await dropUpload(path);
  }
}
