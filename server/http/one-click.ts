import type { IncomingMessage } from "node:http";

const letter = /^\/unsubscribe\/([\w-]{64})$/;

/**
 * Whether a mail program ends a kind of letter for its reader (RFC 8058). It comes from nowhere and brings no cookie, so
 * it is the one form that need not come from our own pages: what stands in the address is all it can do, and all it needs.
 */
export const isOneClick = ({ method }: Pick<IncomingMessage, "method">, path: string): boolean =>
  method === "POST" && letter.test(path);

/** Hands it to the way that does so, as nobody's: whatever it brought of a person is left behind. */
export function toOneClick(request: IncomingMessage, path: string): void {
  // The path that was looked at, and not the address as it came: nothing in it leads anywhere else.
  request.url = `/api${path}`;
  delete request.headers.cookie;
  delete request.headers.origin;
  delete request.headers["next-action"];
}
