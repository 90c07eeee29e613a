import type { RequestListener } from "node:http";
import { startSite } from "./web";

/** One telling, as a hub hears it. */
export type Heard = { mode: string | null; url: string | null; topic: string | null; headers: Record<string, unknown> };

/**
 * A WebSub hub on a port of its own, real as far as a publisher sees it: it takes `hub.mode=publish`.
 * @returns what it heard so far; `says` gives the status of every answer from then on
 */
export async function startHub() {
  const heard: Heard[] = [];
  let status = 202;
  let location: string | undefined;
  const hear: RequestListener = (request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(pieces).toString());
      const [mode, url, topic] = ["hub.mode", "hub.url", "hub.topic"].map((name) => form.get(name));
      heard.push({ mode: mode ?? null, url: url ?? null, topic: topic ?? null, headers: request.headers });
      response.writeHead(status, location === undefined ? {} : { location }).end();
    });
  };
  const site = await startSite({ "/": hear });
  return {
    url: `${site.url}/`,
    host: `127.0.0.1:${site.port}`,
    heard,
    /** The feeds told of since the last time this was asked, by their paths, in order. */
    news: (): string[] =>
      heard
        .splice(0)
        .map(({ topic }) => decodeURI(URL.parse(topic ?? "")?.pathname ?? ""))
        .sort(),
    says: (next: number, to?: string) => {
      status = next;
      location = to;
    },
    close: site.close,
  };
}
