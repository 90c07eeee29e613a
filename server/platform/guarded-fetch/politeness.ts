import { FetchRefused } from "./errors";

/** At most so many requests at once to one host, so many from this process in all, so many to one host in a minute. */
export type Politeness = { perHost: number; inAll: number; perMinute: number };

export const polite: Politeness = { perHost: 2, inAll: 16, perMinute: 60 };

/** Lets requests through one by one; whoever waits too long for a turn is refused as busy. */
export class Turns {
  readonly #rule: Politeness;
  readonly #underWay = new Map<string, number>();
  readonly #started = new Map<string, number[]>();
  readonly #waiting = new Set<() => void>();

  constructor(rule: Politeness = polite) {
    this.#rule = rule;
  }

  /** Waits for a turn at a host; call what it gives when the answer is read. */
  async take(host: string, patience: AbortSignal): Promise<() => void> {
    if (this.#tooMany(host)) throw new FetchRefused("busy");
    while (!this.#isFree(host)) await this.#change(patience);
    this.#underWay.set(host, (this.#underWay.get(host) ?? 0) + 1);
    this.#started.get(host)?.push(Date.now());
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = (this.#underWay.get(host) ?? 1) - 1;
      if (left > 0) this.#underWay.set(host, left);
      else this.#underWay.delete(host);
      for (const wake of this.#waiting) wake();
    };
  }

  #isFree(host: string): boolean {
    const all = [...this.#underWay.values()].reduce((sum, one) => sum + one, 0);
    return all < this.#rule.inAll && (this.#underWay.get(host) ?? 0) < this.#rule.perHost;
  }

  #tooMany(host: string): boolean {
    const since = Date.now() - 60_000;
    for (const [name, times] of this.#started) {
      const recent = times.filter((time) => time > since);
      if (recent.length > 0 || name === host) this.#started.set(name, recent);
      else this.#started.delete(name);
    }
    const times = this.#started.get(host) ?? [];
    this.#started.set(host, times);
    return times.length >= this.#rule.perMinute;
  }

  #change(patience: AbortSignal): Promise<void> {
    return new Promise((go, refuse) => {
      const settle = (then: () => void) => () => {
        this.#waiting.delete(wake);
        patience.removeEventListener("abort", giveUp);
        then();
      };
      const wake = settle(go);
      const giveUp = settle(() => refuse(new FetchRefused("busy")));
      if (patience.aborted) return giveUp();
      this.#waiting.add(wake);
      patience.addEventListener("abort", giveUp);
    });
  }
}
