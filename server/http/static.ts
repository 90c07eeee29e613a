import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, posix, relative, sep } from "node:path";

type File = {
  path: string;
  type: string;
  size: number;
  br: string | null;
  gz: string | null;
  forever: boolean;
  etag: string;
};

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * The files that come with the build, by address. They are listed once at start: an address that is not on the list
 * is no file, however it is spelled. Compressed forms were made at build time and stand beside them.
 */
export function staticFiles(root: string): Map<string, File> {
  const files = new Map<string, File>();
  list({ folder: join(root, ".next/static"), address: "/_next/static", forever: true }, files);
  list({ folder: join(root, "public"), address: "", forever: false }, files);
  return files;
}

type Shelf = { folder: string; address: string; forever: boolean };

function list({ folder, address, forever }: Shelf, into: Map<string, File>) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const name = posix.join("/", address, ...relative(folder, path).split(sep));
    const { size, mtimeMs } = statSync(path);
    const beside = (ending: string) => (existsSync(path + ending) ? path + ending : null);
    into.set(name, {
      path,
      type,
      size,
      forever,
      br: beside(".br"),
      gz: beside(".gz"),
      etag: `W/"${size}-${Math.floor(mtimeMs)}"`,
    });
  }
}

/** Sends a file, compressed where the reader takes it. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: File): void {
  response.setHeader("Content-Type", file.type);
  response.setHeader("Cache-Control", file.forever ? "public, max-age=31536000, immutable" : "public, max-age=3600");
  response.setHeader("ETag", file.etag);
  response.setHeader("Vary", "Accept-Encoding");
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const takes = String(request.headers["accept-encoding"] ?? "");
  const [path, encoding] =
    file.br && /\bbr\b/.test(takes)
      ? [file.br, "br"]
      : file.gz && /\bgzip\b/.test(takes)
        ? [file.gz, "gzip"]
        : [file.path, null];
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", encoding ? statSync(path).size : file.size);
  response.writeHead(200);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  createReadStream(path)
    .on("error", () => response.destroy())
    .pipe(response);
}
