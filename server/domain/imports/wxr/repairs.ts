/** What was mended on the way in, each kind once, in the order it was first met. */
export type Repairs = { note: (what: string, times?: number) => void; list: () => string[] };

/** `note` without a number names a repair that is not counted; with one, the numbers add up and stand behind the name. */
export function repairs(): Repairs {
  const met = new Map<string, number>();
  return {
    note: (what, times = 0) => void met.set(what, (met.get(what) ?? 0) + times),
    list: () => [...met].map(([what, times]) => (times > 0 ? `${what} (${times})` : what)),
  };
}
