import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import type { Config } from "../platform/config";

/** What only we may say about a request: from outside these are lies, so they go. */
const ours =
  /^(x-kith-|x-forwarded-|x-real-ip$|x-original-url$|x-rewrite-url$|x-invoke-|x-middleware-|x-matched-path$|x-now-|forwarded$)/;

/** Next's client navigation asks for parts of pages with these. Our links load documents, so every read is a document. */
const partial = /^(rsc$|next-router-|next-url$)/;

/** Next's development server finds its own requests again by these. */
const development = /^x-nextjs-/;

/**
 * Takes away what a stranger may not tell us, and adds what we know: who is calling, and who we are. Next builds and
 * compares addresses by Host and Origin; whoever comes this far with a form has been asked where it is from.
 */
export function cleanRequest(
  request: IncomingMessage,
  { url, proxies, production }: Pick<Config, "url" | "proxies" | "production">,
): void {
  const client = clientOf(request, proxies);
  for (const name of Object.keys(request.headers)) {
    const isOurs = ours.test(name) || partial.test(name) || (production && development.test(name));
    if (isOurs) delete request.headers[name];
  }
  request.headers.host = new URL(url).host;
  if (request.headers.origin !== undefined) request.headers.origin = url;
  request.headers["x-kith-client"] = client;
}

/** Each proxy adds whom it was called by at the end of X-Forwarded-For; only as many as are ours are believed. */
function clientOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const told = String(headers["x-forwarded-for"] ?? "").split(",");
  const client = proxies > 0 ? told.at(-proxies)?.trim() : undefined;
  return client && isIP(client) ? client : (socket.remoteAddress ?? "unknown");
}

/** The headers every answer carries, whatever it is. */
export function setSafeHeaders(response: ServerResponse, config: Config): void {
  // Whatever may be kept says so itself.
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Origin-Agent-Cluster", "?1");
  response.setHeader(
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  );
  response.setHeader("Content-Security-Policy", policyFor([], config));
  if (config.url.startsWith("https:"))
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

/** The Content-Security-Policy of a page whose own inline scripts have these hashes. */
export function policyFor(hashes: readonly string[], config: Config): string {
  const secure = config.url.startsWith("https:");
  const provider = config.oidc ? ` ${new URL(config.oidc.issuer).origin}` : "";
  // Next's development server evaluates and inlines; nothing of this stands in a production build.
  const scripts = config.production ? hashes.map((hash) => ` '${hash}'`).join("") : " 'unsafe-inline' 'unsafe-eval'";
  const styles = config.production ? "" : " 'unsafe-inline'";
  return [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${config.production ? "" : " ws:"}`,
    "manifest-src 'self'",
    // A form that leads to the identity provider is redirected there, and browsers check that as well.
    `form-action 'self'${provider}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const inlineScript = /<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g;
/** Two shapes of Next's own: page data, and the list of files the page's script is made of. */
const pushes = [
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((?<pushed>\[[\s\S]*\])\);?$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((?<pushed>[[{][\s\S]*[\]}])\);?$/,
];

/** Next's and React's own few words of script, which are the same on every page. */
const known = [/^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/];

/**
 * The hashes of a page's own inline scripts. Only data for Next (a push of plain JSON) and React's known words count:
 * a script that is anything else was not put there by us, gets no hash, and is not run.
 */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const { groups } of html.matchAll(inlineScript)) {
    const { attributes = "", code = "" } = groups ?? {};
    if (/\ssrc=/.test(attributes) || !isOurs(code)) continue;
    hashes.add(`sha256-${createHash("sha256").update(code).digest("base64")}`);
  }
  return [...hashes];
}

function isOurs(code: string): boolean {
  if (known.some((pattern) => pattern.test(code))) return true;
  const pushed = pushes.map((push) => push.exec(code.trim())?.groups?.pushed).find(Boolean);
  if (!pushed) return false;
  try {
    return typeof JSON.parse(pushed) === "object";
  } catch {
    return false;
  }
}
