import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** What a script asked for: sent whole where it is not long, in one packet and not its head, words and end in three. */
const answers = /^application\/json\b/;
const notLong = 65_536;

const pages = /^(?:text\/html|image\/png|application\/(?:(?:atom|rss)\+xml|feed\+json|xml))\b/;

/**
 * Holds back what a handler answers when it is a page (HTML, a feed, a sitemap or a card, which is the one PNG that Next
 * answers with), so that it can be finished as a whole: its scripts hashed, its bytes compressed and kept. A short answer
 * to a script goes out by itself, in one piece; anything else goes through untouched as it comes.
 * Next says 308 where a page has moved for good; who only reads is told so by 301, which older readers know as well.
 * @returns the page, or null when the answer went through
 */
export function capture(response: ServerResponse, handle: () => Promise<void>): Promise<Captured | null> {
  const real = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  const chunks: Buffer[] = [];
  let held: boolean | null = null;
  const holds = () => {
    held ??= pages.test(String(response.getHeader("content-type") ?? ""));
    return held;
  };
  const isAnswer = () => answers.test(String(response.getHeader("content-type") ?? ""));
  const size = () => chunks.reduce((all, { length }) => all + length, 0);
  const add = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const restore = () => Object.assign(response, real);
  const sayMoved = () => {
    if (response.statusCode === 308 && response.req.method !== "POST") response.statusCode = 301;
  };

  return new Promise((resolve, reject) => {
    /** The answer is no page: from its first byte on it goes out by itself, its head included. */
    const letThrough = () => {
      sayMoved();
      response.once("finish", () => resolve(null));
      restore();
      if (chunks.length > 0) response.write(Buffer.concat(chunks.splice(0)));
      return response;
    };
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      const headers = rest.find((one) => typeof one === "object" && one !== null) as OutgoingHttpHeaders | undefined;
      response.statusCode = status;
      for (const [name, value] of Object.entries(headers ?? {}))
        if (value !== undefined) response.setHeader(name, value);
      return response;
    }) as ServerResponse["writeHead"];
    response.flushHeaders = () => {
      if (!holds() && !isAnswer()) letThrough().flushHeaders();
    };
    response.write = ((chunk: unknown, encoding: unknown, done: unknown) => {
      if (!holds() && !(isAnswer() && size() < notLong))
        return letThrough().write(chunk as string, encoding as BufferEncoding, done as () => void);
      add(chunk, encoding);
      const after = typeof encoding === "function" ? encoding : done;
      if (typeof after === "function") queueMicrotask(() => after());
      return true;
    }) as ServerResponse["write"];
    response.end = ((...given: unknown[]) => {
      const [chunk, encoding] = given;
      if (!holds()) {
        if (isAnswer() && typeof chunk !== "function") add(chunk, encoding);
        else return letThrough().end(...(given as []));
        const whole = Buffer.concat(chunks.splice(0));
        if (whole.length === 0) return letThrough().end();
        response.removeHeader("transfer-encoding");
        response.setHeader("content-length", whole.length);
        return letThrough().end(whole, given.find((one) => typeof one === "function") as () => void);
      }
      if (typeof chunk !== "function") add(chunk, encoding);
      sayMoved();
      restore();
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks) });
      return response;
    }) as ServerResponse["end"];
    response.once("close", () => {
      restore();
      resolve(null);
    });
    handle().catch((error: unknown) => {
      restore();
      reject(error);
    });
  });
}
