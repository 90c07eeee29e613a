import { type FileHandle, open } from "node:fs/promises";

/** The file is not what it was when it was first read. */
export class FileChanged extends Error {
  constructor() {
    super("The file changed while it was being read. Please try again with a file that nobody writes to.");
    this.name = "FileChanged";
  }
}

/** A file that is read more than once and must not change in between. */
export class ExportFile {
  readonly bytes: number;
  readonly #handle: FileHandle;
  readonly #stamp: string;

  private constructor(handle: FileHandle, bytes: number, stamp: string) {
    this.#handle = handle;
    this.bytes = bytes;
    this.#stamp = stamp;
  }

  /** Opens it; errors of the file system pass through. */
  static async open(path: string): Promise<ExportFile> {
    const handle = await open(path, "r");
    const { size, stamp, isFile } = await state(handle);
    if (isFile) return new ExportFile(handle, size, stamp);
    await handle.close();
    throw new Error(`${path} is not a file`);
  }

  /** One reading from its beginning; `seen` hears how many bytes were read so far. */
  async *read(seen: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    const piece = Buffer.allocUnsafe(256 * 1024);
    let at = 0;
    for (;;) {
      const { bytesRead } = await this.#handle.read(piece, 0, piece.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      seen(at);
      yield Buffer.from(piece.subarray(0, bytesRead));
    }
  }

  /** Throws FileChanged when it was written to since it was opened: by its size and the instant of its last change. */
  async hold(): Promise<void> {
    if ((await state(this.#handle)).stamp !== this.#stamp) throw new FileChanged();
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

async function state(handle: FileHandle) {
  const stat = await handle.stat({ bigint: true });
  return { isFile: stat.isFile(), size: Number(stat.size), stamp: `${stat.size} ${stat.mtimeNs}` };
}
