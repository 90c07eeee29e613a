/**
 * Lets so many pieces of work run at once; the others wait in the order they came.
 * @param longest how many may wait; whoever comes when it is as long is turned away by `refuse`
 */
export function inTurn(
  most: number,
  longest: number,
  refuse: () => never,
): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) {
      if (waiting.length >= longest) refuse();
      await new Promise<void>((go) => waiting.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
