/** Why nothing was brought. The words are stable: callers turn them into sentences. */
export type NotFetched =
  | "bad-address"
  | "private-address"
  | "unreachable"
  | "too-slow"
  | "too-large"
  | "too-many-redirects"
  | "wrong-type"
  | "status"
  | "busy";

/**
 * The only error the guarded fetch throws. It names nothing of what the other side said but the status.
 * The guard is one for the process, this module is not: Next's bundle, the server's and each kind of route hold a copy.
 * So a refusal is known by its name, whichever copy threw it.
 */
export class FetchRefused extends Error {
  static override [Symbol.hasInstance](thing: unknown): boolean {
    return thing instanceof Error && thing.name === "FetchRefused" && "because" in thing;
  }

  readonly because: NotFetched;
  /** What the other side answered, where `because` is `status`. */
  readonly status: number | null;

  constructor(because: NotFetched, { status = null, cause }: { status?: number | null; cause?: unknown } = {}) {
    super(status === null ? because : `${because} ${status}`, { cause });
    this.name = "FetchRefused";
    this.because = because;
    this.status = status;
  }
}

/** Finds our own refusal under what undici wrapped around it; anything else became too slow or was not reached. */
export function refusalOf(error: unknown): FetchRefused {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof FetchRefused) return at;
    if (at.name === "TimeoutError" || at.name === "AbortError" || /timeout/i.test(at.name)) {
      return new FetchRefused("too-slow", { cause: error });
    }
  }
  return new FetchRefused("unreachable", { cause: error });
}
