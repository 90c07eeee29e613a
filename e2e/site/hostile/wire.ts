import { type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";

export type Answer = {
  status: number;
  /** As they came, names in lower case; one that came twice stands with a line break between. */
  headers: Record<string, string>;
  body: string;
};

export type Asking = {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer | Iterable<Buffer>;
  /** Milliseconds until an answer that does not come is given up. */
  patience?: number;
};

/** Asks by real HTTP, with the path and the headers exactly as they are given: a browser would tidy both. */
export function ask(
  site: string,
  path: string,
  { method = "GET", headers = {}, body, patience = 30_000 }: Asking = {},
) {
  const { hostname, port } = new URL(site);
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: headersOf(answer.rawHeaders),
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.setTimeout(patience, () => asked.destroy(new Error(`${method} ${path.slice(0, 80)} had no answer`)));
    asked.on("error", reject);
    if (body === undefined || typeof body === "string" || Buffer.isBuffer(body)) asked.end(body);
    else {
      for (const chunk of body) asked.write(chunk);
      asked.end();
    }
  });
}

function headersOf(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i < raw.length; i += 2) {
    const name = (raw[i] ?? "").toLowerCase();
    const value = raw[i + 1] ?? "";
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value;
  }
  return headers;
}

/** Says bytes on a line of its own and gives all that came back until the other side, or the patience, ended it. */
export function say(site: string, bytes: string | Buffer, patience = 1_500): Promise<string> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve) => {
    let heard = "";
    const line = connect(Number(port), hostname, () => line.write(bytes));
    const end = () => {
      line.destroy();
      resolve(heard);
    };
    line.setTimeout(patience, end);
    line.on("data", (chunk: Buffer) => {
      heard += chunk.toString("latin1");
    });
    line.on("error", end);
    line.on("close", end);
  });
}

/** Does something with each of many, so many at a time. */
export async function inLanes<Thing>(
  things: readonly Thing[],
  lanes: number,
  work: (thing: Thing, index: number) => Promise<void>,
): Promise<void> {
  const waiting = things.entries();
  const lane = async () => {
    for (const [index, thing] of waiting) await work(thing, index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Ends a story that has lost its ground. */
export function fails(why: string): never {
  throw new Error(why);
}
