import { PictureRefused } from "./made";

type Line = { working: number; waiting: (() => void)[] };

/** Pictures that are made at once, and how many may wait: each holds what was sent in memory. */
const most = 2;
const mostWaiting = 20;

const shared = globalThis as typeof globalThis & { kithPictureLine?: Line };

/** Waits until it is this work's turn. Next's bundle and the server's stand in one process and share the line. */
export async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  shared.kithPictureLine ??= { working: 0, waiting: [] };
  const line = shared.kithPictureLine;
  if (line.working >= most) {
    if (line.waiting.length >= mostWaiting) throw new PictureRefused("too-busy");
    // Whoever leaves hands its place on, so the count stays as it is.
    await new Promise<void>((go) => line.waiting.push(go));
  } else line.working += 1;
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.working -= 1;
  }
}
